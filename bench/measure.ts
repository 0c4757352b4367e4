import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Middle of several runs, in milliseconds. One run before them warms up. */
export async function median(run: () => unknown, runs = 9): Promise<number> {
  await run()
  const times: number[] = []
  for (let at = 0; at < runs; at++) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

/** Asks an address until it answers; gives the milliseconds since the call. */
export async function untilAnswered(address: string, patience = 60_000): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < patience) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) {
      await answer.arrayBuffer()
      return performance.now() - began
    }
    await pause(5)
  }
  throw new Error(`${address} did not answer`)
}

/** Processor time of the finished processes this one started, in seconds; unknown where there is no /proc. */
export function processorTimeOfChildren(): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined
  const words = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(words[13]) + Number(words[14])) / 100
}

export const aim = (isMet: boolean) => (isMet ? 'met' : 'MISSED')
