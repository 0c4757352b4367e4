/** What is destroyed: contact data of submitters, or words past their time. */
export const purgeSubjects = ['contacts', 'texts'] as const
export type PurgeSubject = (typeof purgeSubjects)[number]
