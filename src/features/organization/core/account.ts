import { z } from 'zod'
import type { Role } from '#src/lib/permissions.ts'
import { givenRoles, needsUnit } from './account-roles.ts'

export const accountStates = {
  active: '使用中',
  invited: 'パスワード未設定',
  disabled: '停止',
} as const
export type AccountState = keyof typeof accountStates

/** アカウント: who may sign in, in which roles. It may belong to a person (職員) and a unit (所属). */
export type Account = {
  id: string
  name: string
  email: string
  roles: Role[]
  personId: string | null
  unitId: string | null
  state: AccountState
  /** The instant of the last sign-in. */
  lastSignInAt: string | null
  /** Since when a sign-in takes two steps (二段階認証); null while the password is enough. */
  twoStepsSince: string | null
  revision: number
}

/** So long a link may be used: somebody new may be away for days, whoever forgot a password waits for it. */
export const linkHours = { invitation: 72, reset: 24 } as const

/** What a link for the account is for. */
export const linkPurposeOf = ({ state }: Pick<Account, 'state'>) =>
  state === 'invited' ? 'invitation' : 'reset'

const name = z
  .string('氏名を入力してください')
  .transform((typed) => typed.normalize('NFC').trim())
  .pipe(z.string().min(1, '氏名を入力してください').max(60, '氏名は60字以内にしてください'))

/** Full-width letters are taken too: they are what a Japanese keyboard gives first. */
const email = z
  .string('メールアドレスを入力してください')
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .email('メールアドレスを入力してください（例：kikaku@city.example.jp）')
      .max(254, 'メールアドレスが長すぎます'),
  )

const isGiven = (word: string): word is Role => givenRoles.some((given) => given === word)
const roles = z
  .string('役割を1つ以上選んでください')
  .transform((typed) => [...new Set(typed.split(' ').filter(Boolean))])
  .refine((words) => words.length > 0, '役割を1つ以上選んでください')
  .refine((words) => words.every(isGiven), '役割を一覧から選んでください')
  .transform((words) => words.filter(isGiven))
const chosenId = z
  .string()
  .default('')
  .transform((id) => id || null)

const content = z.object({ name, roles, personId: chosenId, unitId: chosenId })
const hasItsUnit = ({ roles, unitId }: { roles: readonly Role[]; unitId: string | null }) =>
  unitId !== null || !needsUnit(roles)
const unitProblem = { message: '担当課の役割には、所属を選んでください', path: ['unitId'] }

/** What an administrator enters for an account. `roles` comes as words joined by blanks. */
export const accountForm = content.refine(hasItsUnit, unitProblem)
export const newAccountForm = content.extend({ email }).refine(hasItsUnit, unitProblem)

/** The person of the first start: name and address; the roles are given. */
export const firstPersonForm = z.object({ name, email })

export type AccountContent = z.infer<typeof accountForm>

/** What is typed to sign in. Nothing is said here about what a password must be: old ones may follow older rules. */
export const credentials = z.object({
  email,
  password: z.string('パスワードを入力してください').min(1, 'パスワードを入力してください'),
})
