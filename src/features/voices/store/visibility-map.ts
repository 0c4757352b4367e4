import { type Role, roles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { readContact } from './commands/people.ts'
import { listHeardAbout } from './queries/about-items.ts'
import { findFollowUp, listFollowUps } from './queries/follow-ups.ts'
import { listPhotos } from './queries/photos.ts'
import { placesOf } from './queries/places.ts'
import { getPublicReport } from './queries/public-sessions.ts'
import { findPurgeOrder } from './queries/purge-orders.ts'
import { listPublishedReports } from './queries/reports.ts'
import { listDueTexts } from './queries/retention.ts'
import { listScans } from './queries/scans.ts'
import { findSeating } from './queries/seating.ts'
import {
  boardSeqOf,
  getNote,
  getSession,
  listNotes,
  listParticipants,
  listSteps,
  listTakenCards,
} from './queries/sessions.ts'
import { listGivenCodes, listIssues, listVoiceGroups } from './queries/sorting.ts'
import { findTraced, listReleased } from './queries/trace.ts'
import { getTrial, listTrialCodings } from './queries/trials.ts'
import { getOpinion, getSubmission, listHeard, listHistory, listOpinionsOf } from './queries/voices.ts'
import { listStatements, listVoteSheets } from './queries/votes.ts'
import { getWordList } from './queries/word-list.ts'

const sealer = sealerOf(new Uint8Array(32).fill(9))

export type Ids = Record<
  | 'submissionId'
  | 'opinionId'
  | 'hiddenId'
  | 'withdrawnId'
  | 'sessionId'
  | 'noteId'
  | 'trialId'
  | 'receiptNumber',
  string
>
type Look = (context: Context, ids: Ids) => Promise<unknown>

const sorters: Role[] = ['secretariat', 'section-editor']
const readers: Role[] = [...sorters, 'section-approver', 'publisher']

/** Who can see what: the raw words, counts without words, contact data, and what was published. */
export const visibility: Record<
  'raw' | 'coding' | 'plan' | 'counts' | 'contact' | 'scans' | 'purge' | 'seats' | 'cards' | 'public',
  { who: readonly Role[]; looks: Record<string, Look> }
> = {
  raw: {
    who: readers,
    looks: {
      submission: (context, { submissionId }) => getSubmission(context, submissionId),
      opinion: (context, { opinionId }) => getOpinion(context, opinionId),
      'opinions of a submission': (context, { submissionId }) => listOpinionsOf(context, submissionId),
      list: (context) => listHeard(context),
      history: (context, { submissionId }) => listHistory(context, submissionId),
      'cards of a session': (context, { sessionId }) => listNotes(context, sessionId),
      card: (context, { noteId }) => getNote(context, noteId),
      'given codes': (context) => listGivenCodes(context),
      groups: (context) => listVoiceGroups(context),
      'reply of a request': (context, { submissionId }) => findFollowUp(context, submissionId),
      replies: (context) => listFollowUps(context),
      places: (context) => placesOf(context),
      'own words': (context) => getWordList(context),
      ballots: (context, { sessionId }) => listVoteSheets(context, sessionId),
    },
  },
  coding: {
    who: sorters,
    looks: {
      trial: (context, { trialId }) => getTrial(context, trialId),
      'codes of a trial': (context, { trialId }) => listTrialCodings(context, trialId),
    },
  },
  plan: {
    who: [...readers, 'entry-clerk'],
    looks: {
      session: (context, { sessionId }) => getSession(context, sessionId),
      steps: (context, { sessionId }) => listSteps(context, sessionId),
      statements: (context, { sessionId }) => listStatements(context, sessionId),
      board: (context, { sessionId }) => boardSeqOf(context, sessionId),
    },
  },
  counts: {
    who: [...readers, 'reviewer', 'member', 'viewer'],
    looks: {
      issues: (context) => listIssues(context),
      participants: (context) => listParticipants(context),
    },
  },
  contact: {
    who: ['privacy-officer'],
    looks: {
      contact: (context, { submissionId }) => readContact(context, { submissionId, reason: 'check', sealer }),
    },
  },
  scans: {
    who: ['secretariat'],
    looks: { scans: (context, { submissionId }) => listScans(context, submissionId) },
  },
  purge: {
    who: ['privacy-officer', 'secretariat'],
    looks: {
      'due texts': (context) => listDueTexts(context, '2026-04-01'),
      'order of destruction': (context) => findPurgeOrder(context, 'texts'),
    },
  },
  seats: {
    who: ['secretariat', 'section-editor'],
    looks: { seating: (context, { sessionId }) => findSeating(context, sessionId) },
  },
  cards: {
    who: ['secretariat', 'section-editor', 'entry-clerk'],
    looks: {
      'cards keyed in': (context, { sessionId }) => listTakenCards(context, sessionId),
      photos: (context, { sessionId }) => listPhotos(context, sessionId),
    },
  },
  public: {
    who: roles,
    looks: {
      trace: (context, { receiptNumber }) => findTraced(context, receiptNumber),
      released: (context, { opinionId, hiddenId, withdrawnId }) =>
        listReleased(context, [opinionId, hiddenId, withdrawnId]),
      'about an item': (context) => listHeardAbout(context, 'me_0000000555'),
      'report of a session': (context, { sessionId }) => getPublicReport(context, sessionId),
      reports: (context) => listPublishedReports(context),
    },
  },
}
