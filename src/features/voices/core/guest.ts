/** Somebody who takes part, in bands only: no name, and a number that stands on their slip. */
export type Guest = {
  number: number
  district: string
  ageBand: string
  /** People who came together (いっしょに来た組), to be seated apart; empty when alone. */
  party: string
}

export const mostGuests = 200
