/** 示したシート: the answers of a request sheet as a body was given them, and until when its members may comment. */
export type LaidSheet = {
  id: string
  bodyId: string
  sheetId: string
  sheetRevision: number
  answers: Readonly<Record<string, string>>
  laidAt: string
  commentUntil: string | undefined
}

/** What a body has now: of each sheet what was given last. */
export function newestLaid(laid: readonly LaidSheet[]): LaidSheet[] {
  const bySheet = new Map<string, LaidSheet>()
  for (const one of laid) {
    const key = `${one.bodyId} ${one.sheetId}`
    const known = bySheet.get(key)
    if (!known || known.laidAt <= one.laidAt) bySheet.set(key, one)
  }
  return [...bySheet.values()]
}

/** Whether the members hear of a comment: those of their own body, on screen or written down for it. */
export const isOfBody = (
  comment: { bodyId: string | undefined; body: string },
  body: { id: string; name: string },
): boolean => (comment.bodyId === undefined ? comment.body === body.name : comment.bodyId === body.id)
