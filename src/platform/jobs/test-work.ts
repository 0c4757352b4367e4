import type { JobRun } from './job-kind.ts'

/** Work for the tests of the queue: says how far it is, leaves a file, or fails when asked to. */
export const run: JobRun = async (input, progress) => {
  const { words, fails } = input as { words: string; fails?: boolean }
  progress(50, '半分です')
  if (fails) throw new Error('asked to')
  return {
    file: { bytes: new TextEncoder().encode(words), name: '結果.txt', contentType: 'text/plain' },
    remarks: ['知らせ'],
  }
}
