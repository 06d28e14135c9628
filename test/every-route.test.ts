import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { type Duty } from '#platform/access/duties.ts'
import { newId } from '#platform/lib/ids.ts'
import type { DeclaredRoute } from '#platform/web/house.ts'
import type { TestPage, Visitor } from '#platform/web/testing.ts'
import { demoHouse } from './demo.ts'
import { addressOf, type Example, examplesFor } from './routes/examples.ts'
import { furnish } from './routes/furnish.ts'
import { checkMarkup, hiddenFields, linksOf, mainText } from './routes/markup.ts'
import { anotherAuthority, anotherHub, demoPeople, rowsOf } from './routes/people.ts'

// Every route that the server registers, by itself: a new one is covered by being there.
const house = await demoHouse('today')
const people = await demoPeople(house)
const halfWay = await furnish(house, people)

/** Pages that open for nobody by a link alone, with what is met instead; their own tests walk there. */
const metElsewhere: Readonly<Record<string, string>> = {
  '/favicon.ico': 'leads to the mark',
  '/sign-out': 'leads home; the button posts',
  '/sign-in/code/again': 'leads to the page with the code; the button posts',
  '/sign-in/staff/sso': 'not there without a provider',
  '/sign-in/staff/sso/back': 'not there without a provider',
  '/sign-in/staff/second-step': 'leads to the password first',
  '/sign-in/staff/password/:token': 'a link that is used or too old',
  '/account/sign-out-everywhere': 'leads to the account; the button posts',
  '/account/sessions/:id/end': 'leads to the account; the button posts',
  '/account/passkeys/new': 'needs a sign-in of a few minutes ago',
  '/account/passkeys/:id/remove': 'leads to the account; the button posts',
  '/account/second-step': 'only for those who sign in by password',
  '/admin/people/:id/sessions/:session/end': 'leads to the person; the button posts',
  '/admin/people/:id/sessions/end': 'leads to the person; the button posts',
  '/admin/people/:id/second-step': 'leads to the person; the button posts',
  '/admin/people/:id/open-again': 'leads to the person; the button posts',
  '/admin/people/:id/duties/:held/take': 'leads to the person; the button posts',
  '/admin/invitations/:id/again': 'leads to the invitations; the button posts',
  '/admin/invitations/:id/withdraw': 'leads to the invitations; the button posts',
  '/admin/organisations/:organisation/teams': 'leads to the organisation; the form posts',
  '/admin/teams/:id/members/:member/leave': 'leads to the team; the button posts',
  '/admin/teams/:id/close': 'leads to the team; the button posts',
  '/admin/sign-on/:id/end': 'leads to single sign-on; the button posts',
  '/admin/delegation/:id/end': 'leads to the delegations; the button posts',
  '/admin/waiting/:kind/:id': 'leads to what waits; the buttons post',
  '/my/plan/changes': 'leads to the plan while no other went before it',
  '/agreed/:id/done': 'leads to what was agreed; the button posts',
  '/invitation/:token': 'a link that is used or too old',
  '/register/check-answers': 'leads to the first question without an answer',
  '/register/sent': 'nothing was sent',
  '/young-carers/register/check-answers': 'leads to the first question without an answer',
  '/young-carers/register/sent': 'nothing was sent',
  '/referrals/:id/accept': 'leads to the referral; the button posts',
  '/referrals/:id/ask': 'leads to the referral; the button posts',
  '/referrals/:id/sender-told': 'leads to the referral; the button posts',
  '/referrals/:id/pass-on': 'leads to the referral; the button posts',
  '/referrals/:id/decline': 'leads to the referral; the button posts',
  '/carers/:id/contacts/draft': 'leads to the form; the page posts in passing',
  '/carers/:id/contacts/draft/away': 'leads to the form; the button posts',
  '/overrides/:id/shut': 'leads to the override; the button posts',
  '/overrides/:id/look-through': 'leads to the override; the form posts',
  '/overrides/:id/withhold': 'leads to the override; the form posts',
  '/my/tell-it-once/links/:id/end': 'leads to the link; the button posts',
  '/safeguarding/:id/readers': 'leads to the concern; the button posts',
  '/data-requests/:id/gather': 'leads to the request; the button posts',
  '/data-requests/:id/sign': 'leads to the request; the button posts',
  '/data-requests/:id/release': 'leads to the request; the form posts',
  '/data-requests/:id/erasure': 'leads to the request; the form posts',
  '/retention/holds/:id': 'leads to the holds; the form posts',
  '/retention/:id/erase': 'leads to the record to erase; the form posts',
  '/contacts/:id/kept': 'leads to the contact; the button posts',
  '/saved-filters/:id/delete': 'leads to the filters; the button posts',
}

const forPeople = house.routes.filter(({ may }) => may !== 'registered-system')
const forSystems = house.routes.filter(({ may }) => may === 'registered-system')
const gets = forPeople.filter(({ method }) => method === 'GET')
const posts = forPeople.filter(({ method }) => method === 'POST')
const isApi = (path: string): boolean => path.startsWith('/api/')
const opened = new Map<string, string>()

function mayUse(route: DeclaredRoute): readonly Visitor[] {
  const { may } = route
  if (may === 'anyone') return [house.visitor, ...halfWay]
  return [...people].flatMap(([duty, who]) => (holdsOf(may, duty) ? [who] : []))
}

function mayNotUse({ may }: DeclaredRoute): readonly Visitor[] {
  if (may === 'anyone') return []
  return [...people].flatMap(([, who]) =>
    who.actor.duties.some((duty) => duty !== 'system' && holdsOf(may, duty)) ? [] : [who],
  )
}

const holdsOf = (may: DeclaredRoute['may'], duty: Duty): boolean =>
  may === 'anyone' || may === 'signed-in' || may.includes(duty)

const isPage = ({ response }: TestPage): boolean =>
  String(response.headers['content-type']).startsWith('text/html')

/** What refusals say, word for word: anything beyond would be a byte of a record. */
const refusals = { notYours: '', notThere: '' }
before(async () => {
  refusals.notYours = mainText((await people.get('referrer')!.get('/today')).html)
  refusals.notThere = mainText((await house.visitor.get('/no-such-page')).html)
  assert.match(refusals.notYours, /^You cannot open this page/)
  assert.match(refusals.notThere, /^Page not found/)
})

function isRefused(page: TestPage, status: 403 | 404, where: string): void {
  assert.equal(page.status, status, where)
  if (isPage(page)) {
    const words = status === 403 ? refusals.notYours : refusals.notThere
    assert.equal(mainText(page.html), words, where)
  } else {
    const keys = Object.keys(JSON.parse(page.html) as object)
    assert.deepEqual(keys.toSorted(), ['instance', 'status', 'title', 'type'], where)
  }
}

async function isLedToSignIn(method: string, at: string): Promise<void> {
  const page = method === 'GET' ? await house.visitor.get(at) : await house.visitor.post(at, {})
  if (isApi(at)) return assert.equal(page.status, 401, at)
  if (method !== 'GET') return assert.match(mainText(page.html), /^Sign in to go on/)
  assert.equal(page.status, 303, at)
  assert.match(page.location ?? '', /^\/sign-in(\/staff)?\?next=/)
  assert.equal(page.html, '')
}

async function firstOpened(
  route: DeclaredRoute,
  examples: readonly Example[],
): Promise<TestPage | null> {
  let found: TestPage | null = null
  for (const who of mayUse(route)) {
    for (const example of examples) {
      const at = addressOf(route.path, example)
      const page = await who.get(at)
      const whole = [200, 302, 303, 401, 404, 409, 410].includes(page.status)
      assert.ok(whole, `${at} is ${page.status} for ${who.actor?.duties.join() ?? 'anyone'}`)
      if (page.status !== 200) continue
      if (isPage(page)) checkMarkup(page.html, at)
      found ??= page
      opened.set(at, page.html)
      break
    }
  }
  return found
}

describe('every page opens for who may, and tells nothing to who may not', () => {
  for (const route of gets) {
    test(`GET ${route.path}`, async () => {
      const examples = await examplesFor(house, route.path)
      const found = await firstOpened(route, examples)
      const expected = !(route.path in metElsewhere)
      assert.equal(found !== null, expected, `${route.path}: nobody who may could open it`)
      const at = addressOf(route.path, examples[0]!)
      if (route.may !== 'anyone') await isLedToSignIn('GET', at)
      for (const who of mayNotUse(route)) isRefused(await who.get(at), 403, at)
    })
  }
})

test('what is met elsewhere is a route still', () => {
  const paths = new Set(gets.map(({ path }) => path))
  assert.deepEqual(
    Object.keys(metElsewhere).filter((path) => !paths.has(path)),
    [],
  )
})

test('every link and form of every page leads to a route', () => {
  const patterns = house.routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`),
  }))
  const lost = [...opened].flatMap(([at, html]) =>
    linksOf(html)
      .filter(({ path }) => !path.startsWith('/assets/'))
      .filter(
        (to) =>
          !patterns.some((route) => route.method === to.method && route.pattern.test(to.path)),
      )
      .map(({ method, path }) => `${at} leads to ${method} ${path}`),
  )
  assert.deepEqual([...new Set(lost)], [])
})

describe('what stands in an address for a record is looked up, never trusted', () => {
  const hostile = [
    'not-a-uuid',
    "' or 1=1 --",
    '00000000-0000-0000-0000-000000000000',
    newId(),
    'x'.repeat(190),
    '\u0000',
    '../../etc/passwd',
    '%',
    '𝕏 <script>',
  ]
  for (const route of forPeople.filter(({ path }) => path.includes(':'))) {
    test(`${route.method} ${route.path}`, async () => {
      const [example] = await examplesFor(house, route.path)
      const who = mayUse(route)[0]!
      for (const name of Object.keys(example!).filter((each) => route.path.includes(`:${each}`))) {
        for (const value of hostile) {
          const at = addressOf(route.path, { ...example, [name]: value })
          const page = route.method === 'GET' ? await who.get(at) : await who.post(at, {})
          const refused = [303, 400, 403, 404, 409, 410, 422].includes(page.status)
          assert.ok(refused, `${route.method} ${at} is ${page.status}`)
        }
      }
    })
  }
})

describe('a record is there only for its own authority and the organisations that work with it', () => {
  const records = gets.filter(
    ({ path, may }) =>
      path.includes(':') &&
      may !== 'anyone' &&
      !/^\/(account|reports|api|admin\/assessment-questions|admin\/measures)\//.test(path),
  )
  for (const { path } of records) {
    test(`GET ${path}`, async () => {
      const numbers = await rowsOf<{ id: number }>(house, 'select id from organisation')
      const strangers = [
        anotherAuthority(
          house,
          numbers.map(({ id }) => id),
        ),
        await anotherHub(house),
      ]
      for (const example of (await examplesFor(house, path)).slice(0, 5)) {
        for (const who of strangers) {
          const at = addressOf(path, example)
          const page = await who.get(at)
          if (page.status === 303) assert.equal(page.html, '')
          else isRefused(page, page.status === 403 ? 403 : 404, at)
        }
      }
    })
  }
})

describe('every form is read for who may and for nobody else', () => {
  for (const route of posts) {
    test(`POST ${route.path}`, async () => {
      const examples = await examplesFor(house, route.path)
      const at = addressOf(route.path, examples[0]!)
      if (route.may !== 'anyone') await isLedToSignIn('POST', at)
      for (const who of mayNotUse(route)) isRefused(await who.post(at, {}), 403, at)
      for (const who of mayUse(route)) await sendAsShown(who, at)
    })
  }
})

/** Sends a form as it was shown, with nothing filled in; where it was not shown, nothing at all. */
async function sendAsShown(who: Visitor, at: string): Promise<void> {
  const hidden = hiddenFields((await who.get(at)).html, at)
  const page = await who.post(at, hidden ?? {})
  const answered = [200, 303, 400, 401, 403, 404, 409, 410, 422].includes(page.status)
  assert.ok(answered, `POST ${at} is ${page.status} for ${who.actor?.duties.join() ?? 'anyone'}`)
  if (hidden !== null && page.html !== '') checkMarkup(page.html, `POST ${at}`)
}

describe('what is for registered systems opens for nobody without a token', () => {
  for (const { method, path } of forSystems) {
    test(`${method} ${path}`, async () => {
      const at = addressOf(path, { id: newId() })
      const send = (who: Visitor) => (method === 'GET' ? who.get(at) : who.post(at, {}))
      assert.equal((await send(house.visitor)).status, 401)
      for (const [, who] of people) {
        const page = await send(who)
        assert.equal(page.status, 403)
        assert.match(page.html, /^\{"resourceType":"OperationOutcome"/)
      }
    })
  }
})

describe('a form of another site is refused before anything is read', () => {
  for (const { path } of posts) {
    test(`POST ${path}`, async () => {
      const [example] = await examplesFor(house, path)
      const { cookie } = people.get('manager')!
      const answer = await house.app.inject({
        method: 'POST',
        url: addressOf(path, example!),
        headers: {
          cookie,
          host: 'localhost',
          origin: 'https://evil.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: 'id=1',
      })
      assert.equal(answer.statusCode, 403)
    })
  }
})
