import '@mantine/core/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { probablySignedIn } from './firebase/device.ts';
import { startSession } from './firebase/session.ts';
import './ui/global.css';

// Begins the longest download first. Somebody who was never signed in here loads no Firebase at all.
if (location.pathname !== '/' && probablySignedIn()) {
  startSession();
  void import('./firebase/firestore.ts').catch(() => undefined);
}

createRoot(document.getElementById('root') as HTMLElement).render(<App />);
