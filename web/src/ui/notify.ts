export interface Toast {
  message: string;
  tone?: 'success' | 'error' | 'info';
  /** Offers to take it back; the toast then stays for 8 s. */
  undo?: () => void;
}

/** Shows a toast. Its code loads with the first one, so that pages which never toast do not pay for it. */
export function notify(toast: Toast): void {
  void import('./toasts.tsx').then(({ showToast }) => showToast(toast));
}
