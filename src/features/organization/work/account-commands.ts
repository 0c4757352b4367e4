import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import type { Context } from '#src/platform/context.ts'
import { problemsOf } from '#src/platform/form.ts'
import { readSettings } from '#src/platform/settings.ts'
import { accountStates, linkHours, linkPurposeOf, newAccountForm } from '../core/account.ts'
import { givenRoles, roleRemarks } from '../core/account-roles.ts'
import { disableAccount } from '../store/account-change-commands.ts'
import { addAccount, makeLink } from '../store/account-commands.ts'
import { findAccount, getAccount, listAccounts } from '../store/account-queries.ts'
import { dropSecondFactor } from '../store/second-factor-commands.ts'

/** Whoever runs the machine may do what a system administrator may. */
const openAs = ({ open }: CliCall) => open(['system-administrator'])

const add: CliCommand = {
  name: 'account add',
  summary: 'アカウントをつくり、一度だけ使えるリンクを出す',
  usage: '--email アドレス --name 氏名 --roles secretariat,publisher [--unit ou_…] [--json]',
  help: [`役割：${givenRoles.join(' ')}`, '担当課の役割（section-…）には、所属 --unit が要ります。'],
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    roles: { type: 'string' },
    unit: { type: 'string' },
  },
  async run(call) {
    const { values, remark } = call
    const typed = (name: string) => String(values[name] ?? '')
    const roles = typed('roles').replaceAll(/[,、\s]+/g, ' ')
    const entered = { email: typed('email'), name: typed('name'), roles, unitId: typed('unit') }
    const read = newAccountForm.safeParse(entered)
    if (!read.success) throw new UnusableCall(Object.values(problemsOf(read.error)).join('\n'))
    const context = await openAs(call)
    const accountId = await addAccount(context, read.data)
    for (const sentence of roleRemarks(read.data.roles)) remark(`注意：${sentence}`)
    return printLink(call, context, accountId)
  },
}

const list: CliCommand = {
  name: 'account list',
  summary: 'アカウントの一覧',
  usage: '[--json]',
  async run(call) {
    const accounts = await listAccounts(await openAs(call))
    if (call.values['json']) call.print(JSON.stringify(accounts))
    else
      for (const { email, name, roles, state } of accounts)
        call.print([email, name, roles.join(','), accountStates[state]].join('\t'))
    return 0
  },
}

const link: CliCommand = {
  name: 'account link',
  summary: '新しいパスワードを決めるための、一度だけ使えるリンクを出す',
  usage: 'アドレス [--json]',
  async run(call) {
    const context = await openAs(call)
    const { id } = await accountNamed(call, context)
    return printLink(call, context, id)
  },
}

const disable: CliCommand = {
  name: 'account disable',
  summary: 'アカウントを止める（使用中のサインインも終わる）',
  usage: 'アドレス',
  async run(call) {
    const context = await openAs(call)
    const { id, name } = await accountNamed(call, context)
    await disableAccount(context, { accountId: id })
    call.remark(`${name}さんのアカウントを止めました。`)
    return 0
  },
}

const dropTwoSteps: CliCommand = {
  name: 'account drop-two-steps',
  summary: 'アカウントの二段階認証を外す（スマートフォンも予備コードもなくしたとき）',
  usage: 'アドレス',
  async run(call) {
    const context = await openAs(call)
    const { id, name } = await accountNamed(call, context)
    await dropSecondFactor(context, { accountId: id })
    call.remark(`${name}さんの二段階認証を外しました。使用中のサインインも終わりました。`)
    return 0
  },
}

/** `shirube account …`: for whoever runs the machine, also when nobody can sign in any more. */
export const accountCommands: readonly CliCommand[] = [add, list, link, disable, dropTwoSteps]

async function accountNamed({ positionals: [typed] }: CliCall, context: Context) {
  if (!typed) throw new UnusableCall('メールアドレスを書いてください。')
  const account = await findAccount(context, typed.trim().toLowerCase())
  if (!account) throw new UnusableCall(`「${typed}」のアカウントはありません。`)
  return account
}

/** The link alone goes to standard output, so that it can be passed on. */
async function printLink(
  { values, print, remark }: CliCall,
  context: Context,
  accountId: string,
): Promise<0> {
  const hours = linkHours[linkPurposeOf(await getAccount(context, accountId))]
  const token = await makeLink(context, { accountId })
  const address = `${readSettings(process.env).address}/sign-in/link/${token}`
  print(values['json'] ? JSON.stringify({ accountId, link: address }) : address)
  remark(`${hours}時間のあいだ、一度だけ使えます。本人だけに渡してください。`)
  return 0
}
