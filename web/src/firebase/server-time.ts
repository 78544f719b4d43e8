/** Stands for the server's time in data to be written; its own file, so that naming it does not load Firestore. */
export class ServerTimeMark {
  readonly serverTime = true;
}
