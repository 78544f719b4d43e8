import { IconChevronDown } from '@tabler/icons-react';
import { createContext, useContext, type ReactNode } from 'react';
import classes from './case.module.css';

/** Which parts of a case are folded away; see {@link Panel}. */
export interface Folds {
  /** Only where all parts stand below one another is anything folded. */
  folding: boolean;
  /** True for parts that are open, false for those that were and were closed again. */
  opened: ReadonlyMap<string, boolean>;
  set(id: string, open: boolean): void;
}

export const FoldsContext = createContext<Folds>({ folding: false, opened: new Map(), set: () => undefined });

interface PanelProps {
  /** Also the address within the page. */
  id: string;
  title: string;
  /** Stands at the other end of the heading: an action, or how things stand. */
  head?: ReactNode;
  /** Folded on a narrow screen until somebody opens it, with this beside its heading; null where there is nothing to say. */
  fold?: ReactNode;
  children: ReactNode;
}

/** A part of a case under its heading. */
export function Panel({ id, title, head, fold, children }: PanelProps) {
  const { folding, opened, set } = useContext(FoldsContext);
  const folds = folding && fold !== undefined;
  const open = !folds || opened.get(id) === true;
  return (
    <section id={id} className={classes.panel} aria-labelledby={`${id}-heading`} data-folded={!open || undefined}>
      {folds ? (
        <>
          <div className={classes.foldHead}>
            <h2 id={`${id}-heading`} className={classes.heading}>
              <button type="button" className={classes.fold} aria-expanded={open} aria-controls={`${id}-body`} onClick={() => set(id, !open)}>
                {title}
              </button>
            </h2>
            {!open && <span className={classes.dim}>{fold}</span>}
            <IconChevronDown size={20} aria-hidden="true" />
          </div>
          {open && head && <div className={classes.panelHead}>{head}</div>}
        </>
      ) : (
        <div className={classes.panelHead}>
          <h2 id={`${id}-heading`} className={classes.heading}>
            {title}
          </h2>
          {head}
        </div>
      )}
      {/* What was opened once stays: something may have been typed there. */}
      <div id={`${id}-body`} hidden={!open}>
        {(!folds || opened.has(id)) && children}
      </div>
    </section>
  );
}
