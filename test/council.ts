/** A council as tests form one, all but its name: open meetings, decisions by majority, no quorum. */
export const councilRules = {
  kind: 'council' as const,
  role: '',
  legalBasis: '条例',
  quorum: 'none' as const,
  decisionRule: 'majority' as const,
  minutesStyle: 'names' as const,
  isOpenByDefault: true,
  seats: [],
}

/** The day and place of its meeting. */
export const councilDay = {
  heldOn: '2026-04-20',
  startsAt: '14:00',
  endsAt: '',
  place: '伊奈庁舎',
  observerSeats: undefined,
}
