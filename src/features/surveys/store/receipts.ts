import { randomLetters } from '#src/platform/secret-draw.ts'
import { codeAlphabet, randomLength, withCheck } from '../core/answering/numbers-with-check.ts'

/** A new receipt number (受付番号): it says nothing and cannot be counted up. */
export const newReceipt = () => withCheck(randomLetters(codeAlphabet, randomLength))
