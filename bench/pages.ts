import { asOwner, type County } from './counties.ts'
import { inTurn, latency, rate } from './load.ts'
import { signIn, startServer } from './serving.ts'

/** The addresses that each kind of page is asked at. */
export type Asked = Readonly<Record<'record page' | 'search' | "today's list", readonly string[]>>

type Door = { readonly address: string; readonly cookie: string; readonly asked: Asked }

/**
 * How often each page is answered against the floor, and how long it takes against the county at
 * 1x: both servers stand side by side and are asked in turn.
 */
export async function measurePages(
  counties: readonly County[],
  say: (line: string) => void,
): Promise<void> {
  const [first, ...larger] = counties
  if (first === undefined) return
  await withDoor(first, async (at1) => {
    await measureAt(first, at1, at1, say)
    for (const county of larger) await withDoor(county, (door) => measureAt(county, door, at1, say))
  })
}

async function measureAt(
  county: County,
  door: Door,
  at1: Door,
  say: (line: string) => void,
): Promise<void> {
  say(`\nPages, ${county.size} times the county (${await countCarers(county)} adult carers)`)
  for (const [name, addresses] of Object.entries(door.asked)) {
    const floor = '/api/floor'
    const rates = await inTurn(5, {
      page: () => rate(door.address, addresses, door.cookie),
      floor: () => rate(door.address, [floor], door.cookie),
      bare: () => rate(door.address, [floor], ''),
    })
    const times = await inTurn(3, {
      here: () => latency(door.address, addresses.slice(0, 100), door.cookie),
      at1: () => latency(at1.address, at1.asked[name as keyof Asked].slice(0, 100), at1.cookie),
    })
    say(
      `  ${name.padEnd(13)} one for ${(rates.floor / rates.page).toFixed(1).padStart(4)} floors (${(rates.bare / rates.page).toFixed(1)} without a session), ${rates.page.toFixed(0)} a second; ${times.here.toFixed(1)} ms, ${(times.here / times.at1).toFixed(2)} times that at 1x`,
    )
  }
}

/** A server over the county with somebody signed in, for as long as `work` takes. */
export async function withDoor<T>(county: County, work: (door: Door) => Promise<T>): Promise<T> {
  const { address, stop } = await startServer(county.url)
  try {
    return await work({
      address,
      cookie: await signIn(address, 'Jo Pugh'),
      asked: await asked(county),
    })
  } finally {
    await stop()
  }
}

/**
 * Two hundred carers of the register, by their records and by what one would search them by: the whole
 * name, five letters of the surname (after the two that a copy has for its own), the postcode.
 */
async function asked(county: County): Promise<Asked> {
  const { rows } = await asOwner(county.url, (owner) =>
    owner.query<Record<'id' | 'name' | 'part', string> & { postcode: string | null }>(
      `select p.id, concat_ws(' ', p.given_name, p.family_name) as name, p.postcode,
              left(p.family_name, case when p.id::text like '10%' then 7 else 5 end) as part
         from person p join registration r on r.authority_id = p.authority_id and r.person_id = p.id
        where r.kind = 'adult_carer' and r.ended_on is null and p.merged_into is null
        order by md5(p.id::text) limit 200`,
    ),
  )
  const words = rows.flatMap(({ name, part, postcode }) => [name, part, postcode ?? part])
  return {
    'record page': rows.map(({ id }) => `/carers/${id}`),
    search: words.map((each) => `/search?q=${encodeURIComponent(each)}`),
    "today's list": ['/today'],
  }
}

async function countCarers(county: County): Promise<string> {
  const { rows } = await asOwner(county.url, (owner) =>
    owner.query<{ count: number }>(
      `select count(distinct person_id)::integer as count from registration where kind = 'adult_carer' and ended_on is null`,
    ),
  )
  return (rows[0]?.count ?? 0).toLocaleString('en-GB')
}
