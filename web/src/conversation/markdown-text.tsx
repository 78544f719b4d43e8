import { readMarkdown, type Block, type Inline } from '@secura/domain/conversation/markdown';
import { defang } from '@secura/domain/observables/defang';
import { Link } from 'react-router';
import classes from './markdown.module.css';

/** The words of a message. Everything is drawn as text: nothing in a message can become markup. */
export function MarkdownText({ text, names }: { text: string; names: readonly string[] }) {
  return (
    <div className={classes.text}>
      {readMarkdown(text, names).map((block, index) => (
        <BlockPart key={index} block={block} />
      ))}
    </div>
  );
}

function BlockPart({ block }: { block: Block }) {
  if (block.kind === 'code') return <pre className={classes.code}>{block.text}</pre>;
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((item, index) => (
          <li key={index}>
            <Line pieces={item} />
          </li>
        ))}
      </List>
    );
  }
  const Tag = block.kind === 'quote' ? 'blockquote' : 'p';
  return (
    <Tag>
      {block.lines.map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          <Line pieces={line} />
        </span>
      ))}
    </Tag>
  );
}

function Line({ pieces }: { pieces: readonly Inline[] }) {
  return pieces.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'mention':
      return <span className={classes.mention}>{piece.text}</span>;
    case 'strong':
      return <strong><Line pieces={piece.children} /></strong>;
    case 'emphasis':
      return <em><Line pieces={piece.children} /></em>;
    case 'link':
      return <Address text={piece.text} url={piece.url} />;
  }
}

/** A way within this app is a link. An address outside may be the very one that was reported: it is shown so that nobody opens it by a slip. */
function Address({ text, url }: { text: string; url: string }) {
  const own = ownPath(url);
  if (own) return <Link to={own}>{text === url ? own : text}</Link>;
  return (
    <>
      {text !== url && `${text} `}
      <span className={classes.address} title="An address outside Secura, shown so that it cannot be opened by a slip">
        {defang({ kind: 'url', value: url })}
      </span>
    </>
  );
}

function ownPath(url: string): string | null {
  if (url.startsWith('/')) return url;
  try {
    const { origin, pathname, search, hash } = new URL(url);
    return origin === globalThis.location?.origin ? pathname + search + hash : null;
  } catch {
    return null;
  }
}
