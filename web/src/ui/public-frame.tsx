import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Logo } from './logo.tsx';
import classes from './public-frame.module.css';
import { ThemeMenu } from './theme-menu.tsx';

/** Header and main part of the pages before the sign-in. */
export function PublicFrame({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Link to="/" className={classes.brand}>
          <Logo />
          Secura
        </Link>
        {actions}
        <ThemeMenu />
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
