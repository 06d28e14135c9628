import autocannon from 'autocannon'
import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { openDatabase } from '#platform/db/database.ts'
import { appUrl } from '#platform/db/migrate.ts'
import { newId } from '#platform/lib/ids.ts'
import { listLikelyRecords, type PersonTold } from '#people/matching/likely-records.ts'
import { asOwner, type County } from './counties.ts'
import { inTurn, median } from './load.ts'
import { benchSecret } from './secret.ts'
import { signIn, startServer } from './serving.ts'

const practice = 'Nerys Vaughan'

/**
 * A referral in, by a practice through its own page, against one plain insert of the same row through
 * the same server and pool; and how long it takes to find a new entry's likely records.
 */
export async function measureWrites(
  counties: readonly County[],
  say: (line: string) => void,
): Promise<void> {
  const first = counties[0]
  const matchingAt1 = first === undefined ? Number.NaN : await timeMatching(first)
  for (const county of counties) {
    say(`\nReferral in and matching of a new entry, ${county.size} times the county`)
    await measureReferrals(county, say)
    const taken = county === first ? matchingAt1 : await timeMatching(county)
    say(
      `  likely records of a new entry in ${taken.toFixed(1)} ms, ${(taken / matchingAt1).toFixed(2)} times that at 1x`,
    )
  }
}

async function measureReferrals(county: County, say: (line: string) => void): Promise<void> {
  await using closing = new AsyncDisposableStack()
  closing.defer(() => takeAwayReferrals(county))
  await keepingBenchRow(county, async () => {
    const { address, stop } = await startServer(county.url)
    try {
      await sayReferrals(address, say)
    } finally {
      await stop()
    }
  })
}

/** Does the work while there is the table into which `/api/floor-row` writes. */
export async function keepingBenchRow({ url }: County, work: () => Promise<void>): Promise<void> {
  await asOwner(url, async (owner) => {
    await owner.query('drop table if exists bench_row')
    await owner.query('create table bench_row as select * from referral where false')
    await owner.query('grant insert on bench_row to alongside_app')
  })
  try {
    await work()
  } finally {
    await asOwner(url, (owner) => owner.query('drop table bench_row'))
  }
}

async function sayReferrals(address: string, say: (line: string) => void): Promise<void> {
  const { cookie, form } = await openPractice(address)
  const rates = await inTurn(5, {
    referral: () => posts(address, '/referrals/new', { cookie, body: form }),
    floor: () => posts(address, '/api/floor-row', { cookie, body: () => noBody }),
    bare: () => posts(address, '/api/floor-row', { cookie: '', body: () => noBody }),
  })
  say(
    `  a referral in: one for ${(rates.floor / rates.referral).toFixed(1)} plain inserts (${(rates.bare / rates.referral).toFixed(1)} without a session), ${rates.referral.toFixed(0)} a second`,
  )
}

/** Counties are kept from run to run, so what was sent is taken away again. */
export async function takeAwayReferrals({ url }: County): Promise<void> {
  await asOwner(url, (owner) =>
    owner.query(`delete from referral where told ->> 'familyName' = 'Benchmark'`),
  )
}

type Practice = {
  readonly cookie: string
  readonly form: () => string
  readonly refer: () => Promise<void>
}

/** A practice signed in, with the form that it would send next. */
export async function openPractice(address: string): Promise<Practice> {
  const cookie = await signIn(address, practice)
  const sender = await senderOf(address, cookie)
  const form = () => referral(sender)
  const refer = async (): Promise<void> => {
    const headers = { cookie, origin: address, 'content-type': 'application/x-www-form-urlencoded' }
    const body = form()
    const path = `${address}/referrals/new`
    const { status } = await fetch(path, { method: 'POST', headers, body, redirect: 'manual' })
    if (status !== 303) throw new Error(`a referral was answered with ${status}`)
  }
  return { cookie, form, refer }
}

const noBody = ''

async function senderOf(address: string, cookie: string): Promise<string> {
  const page = await (await fetch(`${address}/referrals/new`, { headers: { cookie } })).text()
  const sender = /name="sender" value="(\d+)"/.exec(page)?.[1]
  if (sender === undefined) throw new Error('the practice cannot refer')
  return sender
}

/** What a practice types for a carer, each time of another form. */
function referral(sender: string): string {
  return new URLSearchParams({
    id: newId(),
    sender,
    givenName: 'Margaret',
    familyName: 'Benchmark',
    'dateOfBirth-day': '1',
    'dateOfBirth-month': '6',
    'dateOfBirth-year': '1946',
    telephone: '01632 960 287',
    kind: 'adult_carer',
    agreed: 'yes',
    agreedHow: 'spoken',
    shareOutcome: 'yes',
  }).toString()
}

type Posted = { readonly cookie: string; readonly body: () => string }

/** Forms a second, ten connections at once, each with a body of its own; throws where one is refused. */
export async function posts(base: string, path: string, { cookie, body }: Posted): Promise<number> {
  const result = await autocannon({
    url: base,
    connections: 10,
    duration: 2,
    requests: [
      {
        method: 'POST',
        path,
        headers: {
          origin: base,
          'content-type': 'application/x-www-form-urlencoded',
          ...(cookie === '' ? {} : { cookie }),
        },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
  })
  const refused = result['4xx'] + result['5xx']
  if (refused > 0 || result.errors > 0)
    throw new Error(`${path}: ${refused} were refused, ${result.errors} failed`)
  return result.requests.average
}

/** The median over carers of the register, told of as a referral would, with a letter of the surname left out. */
async function timeMatching(county: County): Promise<number> {
  const { people, actor } = await asOwner(county.url, async (owner) => {
    const { rows } = await owner.query<{
      given: string
      family: string
      phone: string | null
      postcode: string | null
    }>(
      `select p.given_name as given, p.family_name as family, coalesce(p.home_phone, p.mobile_phone) as phone, p.postcode
         from person p join registration r on r.authority_id = p.authority_id and r.person_id = p.id
        where r.kind = 'adult_carer' and r.ended_on is null and p.merged_into is null
        order by md5(p.id::text) limit 200`,
    )
    const hub = await owner.query<{ authority: number; id: number }>(
      `select authority_id as authority, id from organisation where kind = 'hub' order by id limit 1`,
    )
    return { people: rows, actor: adviserAt(hub.rows[0]!) }
  })
  const db = openDatabase(await appUrl(county.url, benchSecret))
  try {
    const taken: number[] = []
    for (const { given, family, phone, postcode } of people) {
      const told: PersonTold = {
        givenName: given,
        familyName: `${family.slice(0, 2)}${family.slice(3)}`,
        dateOfBirth: null,
        telephone: phone,
        postcode,
      }
      const started = performance.now()
      await asActor(db, actor, (tx) => listLikelyRecords(tx, actor, told))
      taken.push(performance.now() - started)
    }
    return median(taken)
  } finally {
    await db.destroy()
  }
}

const adviserAt = ({ authority, id }: { authority: number; id: number }): Actor => ({
  authorityId: authority,
  authorityCode: 'worcestershire',
  accountId: '00000000-0000-0000-0000-000000000001',
  displayName: 'Benchmark',
  organisationIds: [id],
  personId: null,
  duties: ['adviser'],
  requestId: 'bench',
  reason: 'benchmark',
})
