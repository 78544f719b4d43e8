/** What a device shows. It passes other hands and lock screens, so it says no more than a mail. */
export interface Push {
  /** The same however often it is sent: a device that has it shows it once. */
  key: string;
  text: string;
  /** A path of the app. */
  link: string;
  urgent: boolean;
}

/** Hands pushes over to who delivers them. */
export interface PushSender {
  provider: 'fcm';
  /**
   * @returns `gone` when the token leads to no device of this project any more
   * @throws Refused when trying again cannot help; any other error when it may
   */
  send(push: Push, token: string): Promise<'told' | 'gone'>;
}

/** Whether this project pushes at all. Off, nothing of it is on any screen and nobody's devices are asked for. */
export const pushIsOn = (env: NodeJS.ProcessEnv = process.env): boolean => env['PUSH'] === 'on';

/** Firebase Cloud Messaging with the project's own credentials. */
export async function pushSender(): Promise<PushSender> {
  const { fcmSender } = await import('./fcm.ts');
  return fcmSender();
}
