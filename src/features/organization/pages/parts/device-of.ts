import { deviceWords } from '../../core/device-words.ts'

/** The machine of a request in words, as its session keeps them. */
export const deviceOf = (request: Request) => deviceWords(request.headers.get('user-agent') ?? '')
