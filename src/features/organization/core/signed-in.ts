/** サインイン: one session of an account, in what a person needs to know it again. No address is kept. */
export type SignedIn = {
  id: string
  /** 「WindowsのEdge」 */
  device: string
  since: string
  lastUsedAt: string
}
