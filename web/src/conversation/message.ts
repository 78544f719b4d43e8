export type { Message } from '@secura/domain/conversation/operations';

/** The domain's bound; repeated by name because its module brings the validator along, which loads with the first message sent. */
export const messageLimit = 4000;
