import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState, Page } from '../ui/page.tsx';

/** Keeps one broken page from taking the whole app down, and says what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    // A new version removed the file, or the network is gone.
    const missing = /dynamically imported module|Importing a module|Failed to fetch/i.test(error.message);
    return (
      <Page>
        <main id="main" tabIndex={-1}>
          <div role="alert">
            <EmptyState
              title={missing ? 'This page could not be loaded' : 'This page broke'}
              text={
                missing
                  ? 'Check your connection, then load it again.'
                  : 'That is our mistake, not yours. What you saved is safe. Load the page again; if it breaks again, tell your security team.'
              }
              action={<Button onClick={() => location.reload()}>Load again</Button>}
            />
          </div>
        </main>
      </Page>
    );
  }
}
