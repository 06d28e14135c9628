import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse, type TestPage } from '#platform/web/testing.ts'
import { aPerson } from '#people/persons/testing.ts'
import { insertAgreement } from '#share/agreements/agreements.sql.ts'
import { ownRecord } from '#share/own-record/room.ts'
import { tellItOnce } from '../room.ts'
import { hashOf } from '../token.ts'

const house = await testHouse([tellItOnce, ownRecord], { today: '2018-04-03' })
const adviser = await house.signIn({
  duties: ['adviser', 'manager', 'council_practitioner'],
  organisation: 'Hub',
})

const words = {
  story: 'I have looked after my husband since 2012.',
  needs: 'Please ring after 2pm.',
  contacts: 'My sister Ann, 01632 960111',
  emergency: 'Ann has a key.',
}
const link = (change: object = {}) => ({
  id: newId(),
  label: 'Ward 4',
  parts: ['about', 'story', 'needs'],
  length: 'one_week',
  mostOpenings: '',
  ...change,
})

async function peg() {
  const person = await aPerson(house.db, adviser.actor, { mobilePhone: '07700900562' })
  const carer = await house.signIn({ duties: ['carer'], personId: person.id })
  const form = await carer.get('/my/tell-it-once/words')
  const saved = await carer.post('/my/tell-it-once/words', {
    ...words,
    id: form.field('id') ?? '',
    version: form.field('version') ?? '',
  })
  assert.equal(saved.location, '/my/tell-it-once')
  return { person, carer, form }
}

type Carer = Awaited<ReturnType<typeof peg>>['carer']

/** Makes a link; gives its id and the path of its address. */
async function make(carer: Carer, change: object = {}) {
  const form = link(change)
  const made = await carer.post('/my/tell-it-once/links/new', form)
  assert.equal(made.location, `/my/tell-it-once/links/${form.id}`)
  const page = await carer.get(made.location!)
  const at = /http:\/\/localhost(\/told\/[0-9a-f]{64})"/.exec(page.html)?.[1]
  assert.ok(at)
  return { id: form.id, at, page }
}

const open = (at: string, who = ''): Promise<TestPage> => house.visitor.post(at, { who })

test('a carer writes their story, beginning with what is known, and shows what they chose to a stranger', async () => {
  const { carer, form } = await peg()
  assert.match(form.field('contacts') ?? '', /^Me: 07700 900562\nHub/)
  const { id, at, page } = await make(carer)
  assert.match(page.html, /<img\s+src="data:image\/svg\+xml;base64,/)
  assert.match((await house.visitor.get(at)).text, /Somebody wants you to read their story/)
  const read = await open(at, 'Nurse Joy, ward 4')
  assert.equal(read.status, 200)
  assert.match(read.text, /What Margaret Tolley wants you to know/)
  assert.match(read.text, /My name is Margaret Tolley\. I look after somebody\./)
  assert.ok(read.text.includes(words.story) && read.text.includes(words.needs))
  assert.ok(!read.text.includes(words.contacts) && !read.text.includes(words.emergency))
  assert.match(
    (await carer.get(`/my/tell-it-once/links/${id}`)).text,
    /Opened 3 April 2018 at 1pm: Nurse Joy, ward 4/,
  )
  assert.match((await carer.get('/my/tell-it-once')).text, /Ward 4 .*Nurse Joy, ward 4/)
})

test('without a name chosen only the spoken one is told, and agreements are shown where chosen', async () => {
  const { person, carer } = await peg()
  await house.asSystem((tx) =>
    insertAgreement(tx, {
      authorityId: person.authorityId,
      id: newId(),
      personId: person.id,
      organisationId: adviser.actor.organisationIds[0]!,
      purposes: ['identity', 'emergency'],
      agreedOn: '2018-01-01',
      howGiven: 'spoken',
      recordedBy: null,
    }),
  )
  const { at } = await make(carer, { parts: ['agreements'] })
  const read = await open(at)
  assert.match(read.text, /What Margaret wants you to know .*Hub may know who they are and how/)
  assert.doesNotMatch(read.text, /Tolley/)
})

test('the page is neither kept nor indexed, and the database has no address', async () => {
  const { carer } = await peg()
  const { id, at } = await make(carer)
  for (const page of [await house.visitor.get(at), await open(at)]) {
    assert.equal(page.response.headers['cache-control'], 'private, no-store')
    assert.match(page.html, /<meta name="robots" content="noindex"/)
  }
  const row = await house.asSystem((tx) =>
    tx.selectFrom('toldLink').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  const token = at.split('/').at(-1)!
  assert.equal(row.tokenHash, hashOf(token))
  assert.ok(!JSON.stringify(row).includes(token))
})

test('looking at a link counts nothing; it opens as often as allowed, and no more', async () => {
  const { carer } = await peg()
  const { id, at } = await make(carer, { mostOpenings: '2' })
  for (let look = 0; look < 3; look += 1) assert.equal((await house.visitor.get(at)).status, 200)
  assert.equal((await open(at)).status, 200)
  assert.match(
    (await carer.get(`/my/tell-it-once/links/${id}`)).text,
    /It opens until 10 April 2018 at 1pm, once more/,
  )
  assert.equal((await open(at)).status, 200)
  assert.equal((await open(at)).status, 404)
  assert.match(
    (await carer.get(`/my/tell-it-once/links/${id}`)).text,
    /It was opened as often as you allowed/,
  )
})

test('of many who open the last opening at once, one reads', async () => {
  const { carer } = await peg()
  const { at } = await make(carer, { mostOpenings: '1' })
  const pages = await Promise.all(Array.from({ length: 8 }, () => open(at)))
  const read = pages.filter(({ status }) => status === 200)
  assert.equal(read.length, 1)
  assert.ok(pages.every(({ status }) => status === 200 || status === 404))
})

test('wrong, ended, run-out and used-up links are answered alike, to the letter', async () => {
  const { carer } = await peg()
  const ended = await make(carer)
  assert.equal(
    (await carer.post(`/my/tell-it-once/links/${ended.id}/end`, {})).location,
    `/my/tell-it-once/links/${ended.id}`,
  )
  const used = await make(carer, { mostOpenings: '1' })
  await open(used.at)
  const old = await make(carer)
  const yesterday = { madeAt: '2018-04-01T12:00:00Z', endsAt: '2018-04-02T12:00:00Z' }
  await asActor(house.db, carer.actor, (tx) =>
    tx.updateTable('toldLink').set(yesterday).where('id', '=', old.id).execute(),
  )
  const wrong = ['/told/x', `/told/${'a'.repeat(64)}`, "/told/'%20or%201=1"]
  const answers = []
  for (const at of [ended.at, used.at, old.at, ...wrong]) {
    for (const page of [await house.visitor.get(at), await open(at, 'x'.repeat(500))]) {
      answers.push(`${page.status} ${page.html}`)
    }
  }
  assert.equal(new Set(answers).size, 1)
  assert.match(answers[0]!, /^404 .*This link opens nothing/s)
  // No link of ours was ever written so: the house's own page for an address that is none.
  assert.equal((await house.visitor.get('/told/%00')).status, 404)
  const shown = (await carer.get('/my/tell-it-once')).text
  assert.match(shown, /You ended it on 3 April 2018 at 1pm/)
  assert.match(shown, /It ran out on 2 April 2018 at 1pm/)
})

test('an ended link is no longer shown, printed or offered to end', async () => {
  const { carer } = await peg()
  const { id, at } = await make(carer)
  await carer.post(`/my/tell-it-once/links/${id}/end`, {})
  const page = await carer.get(`/my/tell-it-once/links/${id}`)
  assert.ok(!page.html.includes(at) && !page.text.includes('End this link now'))
  assert.equal((await carer.get(`/my/tell-it-once/links/${id}/sheet`)).status, 404)
})

test('the sheet to print has the code, the address and until when, and nothing of the story', async () => {
  const { carer } = await peg()
  const { id, at } = await make(carer, { mostOpenings: '5' })
  const { response } = await carer.get(`/my/tell-it-once/links/${id}/sheet`)
  assert.equal(response.headers['content-type'], 'application/pdf')
  assert.equal(response.headers['cache-control'], 'private, no-store')
  const { text } = await extractText(new Uint8Array(response.rawPayload), { mergePages: true })
  assert.ok(text.replaceAll(/\s/g, '').includes(at))
  assert.match(text, /It works until 10 April 2018 at 1pm/)
  assert.match(text, /It opens 5 times at the most/)
  assert.doesNotMatch(text, /husband|Tolley/)
})

test('a link made twice by the same form is one', async () => {
  const { carer } = await peg()
  const form = link()
  for (const _ of [1, 2]) await carer.post('/my/tell-it-once/links/new', form)
  assert.equal((await carer.get('/my/tell-it-once')).text.match(/It opens until/g)?.length, 1)
})

test('of two windows that change the story, the later is asked before it writes over', async () => {
  const { carer } = await peg()
  const first = await carer.get('/my/tell-it-once/words')
  const carried = { id: first.field('id') ?? '', version: first.field('version') ?? '' }
  await carer.post('/my/tell-it-once/words', { ...words, ...carried, story: 'One' })
  const clash = await carer.post('/my/tell-it-once/words', { ...words, ...carried, story: 'Two' })
  assert.equal(clash.status, 409)
  assert.equal(clash.field('story'), 'Two')
  const again = { ...carried, version: clash.field('version') ?? '' }
  assert.equal(
    (await carer.post('/my/tell-it-once/words', { ...words, ...again, story: 'Two' })).status,
    303,
  )
  assert.match((await carer.get('/my/tell-it-once')).text, /My story Two/)
})

const refusals: readonly [string, object, string][] = [
  ['for nobody', { label: ' ' }, 'Enter who the link is for'],
  ['for a long name', { label: 'x'.repeat(61) }, 'Use 60 characters or fewer'],
  ['to nothing', { parts: [] }, 'Select at least one thing to show'],
  ['to the whole record', { parts: ['record'] }, 'Select from the answers shown'],
  ['for ever', { length: 'for_ever' }, 'Select how long the link works'],
  ['for no opening', { mostOpenings: '0' }, 'must be a number between 1 and 100'],
  ['for half an opening', { mostOpenings: '0.5' }, 'must be a number between 1 and 100'],
]
for (const [what, change, message] of refusals) {
  test(`a link ${what} is refused: ${message}`, async () => {
    const { carer } = await peg()
    const page = await carer.post('/my/tell-it-once/links/new', link(change))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.match((await carer.get('/my/tell-it-once')).text, /You have not made a link yet/)
  })
}

test('too long a story and too long a name are refused with what was typed', async () => {
  const { carer } = await peg()
  const long = { ...words, id: newId(), version: '1', story: 'x'.repeat(4001) }
  const page = await carer.post('/my/tell-it-once/words', long)
  assert.equal(page.status, 422)
  assert.equal(page.field('story')?.length, 4001)
  const { at } = await make(carer, { mostOpenings: '1' })
  const refused = await open(at, 'x'.repeat(101))
  assert.equal(refused.status, 422)
  assert.ok(!refused.text.includes(words.story))
  assert.equal((await open(at)).status, 200)
})

test('hostile text is shown as text, to the carer and to the stranger', async () => {
  const { carer } = await peg()
  const form = await carer.get('/my/tell-it-once/words')
  const story = '<img src=x onerror=alert(1)>'
  const carried = { id: form.field('id') ?? '', version: form.field('version') ?? '' }
  await carer.post('/my/tell-it-once/words', { ...words, ...carried, story })
  const { id, at } = await make(carer)
  const shown = [await open(at, story), await carer.get(`/my/tell-it-once/links/${id}`)]
  for (const page of shown) assert.doesNotMatch(page.html, /<img src=x/)
})

test('another carer and staff of whatever duty have no way to the story, its links and who opened them', async () => {
  const [mine, other] = [await peg(), await peg()]
  const { id, at } = await make(mine.carer)
  await open(at)
  for (const path of ['', '/sheet', '/end']) {
    const page = `/my/tell-it-once/links/${id}${path}`
    if (path !== '/end') assert.equal((await other.carer.get(page)).status, 404)
    assert.ok([404, 405].includes((await other.carer.post(page, {})).status))
    assert.equal((await adviser.get(page)).status, 403)
  }
  assert.equal((await open(at)).status, 200)
  const lead = await house.signIn({ duties: ['safeguarding_lead'], organisation: 'Hub' })
  for (const { actor } of [other.carer, adviser, lead]) {
    const seen = await asActor(house.db, actor, async (tx) =>
      Promise.all(
        (['toldPage', 'toldLink', 'toldOpening'] as const).map(
          async (table) =>
            (
              await tx
                .selectFrom(table)
                .select('id')
                .where('personId', '=', mine.person.id)
                .execute()
            ).length,
        ),
      ),
    )
    assert.deepEqual(seen, [0, 0, 0])
  }
})

test('nobody writes a link for somebody else, or an opening that was none', async () => {
  const [mine, other] = [await peg(), await peg()]
  const row = {
    authorityId: mine.person.authorityId,
    id: newId(),
    personId: mine.person.id,
    tokenHash: newId(),
    label: 'x',
    parts: ['story'],
    madeAt: '2018-04-03T12:00:00Z',
    endsAt: '2018-04-04T12:00:00Z',
  }
  const forged = asActor(house.db, other.carer.actor, (tx) =>
    tx.insertInto('toldLink').values(row).execute(),
  )
  await assert.rejects(forged, /row-level security/)
  const { id: linkId } = await make(mine.carer)
  const { authorityId, personId } = row
  const opening = { authorityId, personId, id: newId(), linkId, at: row.madeAt }
  const counted = asActor(house.db, mine.carer.actor, (tx) =>
    tx.insertInto('toldOpening').values(opening).execute(),
  )
  await assert.rejects(counted, /permission denied/)
})
