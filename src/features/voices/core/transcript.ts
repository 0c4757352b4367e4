import type { Submission } from './submission.ts'

/** What staff typed from paper or speech is compared with it by a second person before a result goes out. */
export const needsCheck = ({ channel, method }: Pick<Submission, 'channel' | 'method'>): boolean =>
  channel === 'comment' && method !== 'online'

/** Four eyes: whoever typed it last does not compare it. */
export const mayCheck = (actor: { id: string }, { enteredBy }: Pick<Submission, 'enteredBy'>): boolean =>
  actor.id !== enteredBy

/** The scan of a letter (原本の写し), as the screen lists it. */
export type Scan = { id: string; name: string; contentType: string; size: number; addedAt: string }
