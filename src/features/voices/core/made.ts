/** With what a result was made: another engine, dictionary, list or seed gives another result. */
export type Made = { engine: string; tokeniser: string; words: string; seed: string }

/** Dictionary and lists in words, as results name them. */
export const cutWith = ({ tokeniser, words }: Made) => `${tokeniser}、語の一覧 ${words}`

/** Raised when the engine gives other groups for the same voices. */
export const engineVersion = 'voices-1'
