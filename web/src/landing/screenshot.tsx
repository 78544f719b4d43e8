import classes from './landing.module.css';

/** A picture of the running app in the theme of the page; only the one that shows is fetched. */
export function Screenshot(props: { name: string; alt: string; width: number; height: number; phone?: boolean }) {
  const { name, alt, width, height, phone } = props;
  return (
    <div className={phone ? classes.phone : classes.screen}>
      {(['light', 'dark'] as const).map((scheme) => (
        <img
          key={scheme}
          className={`mantine-${scheme === 'light' ? 'dark' : 'light'}-hidden`}
          src={`/screenshots/${name}-${scheme}.webp`}
          alt={alt}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
        />
      ))}
    </div>
  );
}
