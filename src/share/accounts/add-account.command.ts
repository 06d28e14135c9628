import { parseArgs } from 'node:util'
import { duties, dutyNames, type Duty } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import { addDays } from '#platform/lib/dates.ts'
import { type EmailAddress, emailFrom } from '#platform/lib/email.ts'
import { Stop } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Command, CommandHouse } from '#platform/room.ts'
import { findAccountByEmail } from './accounts.sql.ts'
import { openCounty } from './manage.ts'
import {
  endMemberships,
  findOrMakeOrganisation,
  insertAccount,
  insertMembership,
} from './manage.sql.ts'

const usage =
  'account add EMAIL --name NAME --organisation NAME [--kind hub] --duties adviser,manager [--sign-in sso|password]'
const kinds = [
  'hub',
  'young_carers',
  'council',
  'gp_practice',
  'hospital',
  'school',
  'charity',
  'jobcentre',
  'employer',
]

/** `alongside account add`: how the first people of an authority come in. */
export const addAccountCommand: Command = {
  name: 'account add',
  usage,
  about:
    'Gives a member of staff an account, or one who has an account their duties at an organisation.',
  run: async (house, words) => {
    const asked = read(words)
    const { work } = await openCounty(house, 'account add')
    await work((tx, authorityId) => add(tx, house, { ...asked, authorityId }))
    house.print(
      `${asked.email} is ${asked.duties.map((duty) => dutyNames[duty]).join(', ')} at ${asked.organisation}.`,
    )
    return 0
  },
}

type Asked = {
  readonly email: EmailAddress
  readonly name: string
  readonly organisation: string
  readonly kind: string | null
  readonly duties: readonly Duty[]
  readonly signIn: 'sso' | 'password'
}

function read(words: readonly string[]): Asked {
  const { email, name, organisation, kind = null, ...given } = flags(words)
  const wrong = (message: string) => new Stop(`${message}\n  alongside ${usage}`, 2)
  const address = emailFrom(email ?? '')
  if (address === null) throw wrong('Say whose account: an email address')
  if (name === undefined || organisation === undefined)
    throw wrong('Say the name and the organisation')
  const held = (given.duties ?? '').split(',').filter(Boolean)
  const staff: readonly string[] = duties.filter((duty) => duty !== 'carer')
  if (held.length === 0 || held.some((duty) => !staff.includes(duty)))
    throw wrong(`Duties are of: ${staff.join(', ')}`)
  if (kind !== null && !kinds.includes(kind)) throw wrong(`The kind is one of: ${kinds.join(', ')}`)
  const signIn = given['sign-in'] ?? 'sso'
  if (signIn !== 'sso' && signIn !== 'password') throw wrong('Sign-in is sso or password')
  return { email: address, name, organisation, kind, duties: held as Duty[], signIn }
}

/** parseArgs throws at a flag it does not know; that is wrong usage, told in one line. */
function flags(words: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { name: text, organisation: text, kind: text, duties: text, 'sign-in': text }
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    return { ...values, email: positionals[0] }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n  alongside ${usage}`, 2)
  }
}

async function add(
  tx: Tx,
  { config, clock }: CommandHouse,
  asked: Asked & { readonly authorityId: number },
): Promise<void> {
  const { authorityId, email, name, signIn } = asked
  const organisationId = await findOrMakeOrganisation(tx, {
    authorityId,
    name: asked.organisation,
    kind: asked.kind,
  })
  if (organisationId === null)
    throw new Stop(`"${asked.organisation}" is new here: say what it is with --kind`)
  const before = await findAccountByEmail(tx, authorityId, email)
  if (before?.personId != null)
    throw new Stop(`${email} is a carer’s account: staff need an address of their own`)
  if (before?.active === false) throw new Stop(`The account of ${email} was closed`)
  const id = before?.id ?? newId()
  if (before === null) {
    await insertAccount(tx, {
      authorityId,
      id,
      email,
      displayName: name,
      personId: null,
      active: true,
      signIn,
    })
    await queueMessage(tx, {
      authorityId,
      channel: 'email',
      purpose: 'office',
      recipient: email,
      accountId: id,
      ...welcome(config.url, signIn),
    })
  }
  const at = { authorityId, accountId: id, organisationId }
  await endMemberships(tx, { ...at, until: addDays(clock.today(), -1) })
  await insertMembership(tx, { ...at, duties: asked.duties, since: clock.today() })
}

function welcome(url: string, signIn: Asked['signIn']): { subject: string; body: string } {
  const how =
    signIn === 'sso'
      ? `Sign in with your work account: ${url}/sign-in/staff`
      : `Set a password first: ${url}/sign-in/staff/password
You will also need an authenticator app on your phone.`
  return {
    subject: 'You have an account with Alongside',
    body: `An account was made for you on Alongside, the carers’ hub.\n\n${how}`,
  }
}
