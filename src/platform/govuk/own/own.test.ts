import { test } from 'node:test'
import assert from 'node:assert/strict'
import { parseFragment } from 'parse5'
import { html, type Html } from '#platform/lib/html.ts'
import { callToAction } from './call-to-action.ts'
import { clockStrip } from './clock-strip.ts'
import { countBadge } from './count-badge.ts'
import { doorLinks } from './door-links.ts'
import { factList } from './fact-list.ts'
import { figure } from './figure.ts'
import { identityStrip } from './identity-strip.ts'
import { workList } from './work-list.ts'

type Node = {
  nodeName: string
  value?: string
  childNodes?: Node[]
  attrs?: { name: string; value: string }[]
}

/** What a screen reader reads out: all words but those hidden from it. */
function heard(markup: Html): string {
  const read = (node: Node): string => {
    if (node.attrs?.some(({ name, value }) => name === 'aria-hidden' && value === 'true')) return ''
    const inside = node.value ?? (node.childNodes ?? []).map(read).join('')
    return node.nodeName === 'li' ? ` ${inside} ` : inside
  }
  return read(parseFragment(String(markup)) as Node)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('the clock says the state of each step in words, and which is the current one', () => {
  const strip = clockStrip({
    steps: [
      { label: 'asked', state: 'done', when: '11 March' },
      { label: 'talked', state: 'now', when: 'by Friday 6 April' },
      { label: 'assessed', state: 'ahead' },
    ],
    elapsed: '18 days',
  })
  assert.equal(
    heard(strip),
    'asked done 11 March talked now by Friday 6 April assessed still to come 18 days',
  )
  assert.match(String(strip), /app-clock__step--now" aria-current="step"/)
  assert.match(String(strip), /aria-label="How far things have got"/)
})

test('a late step says so to everyone, not by colour alone', () => {
  const strip = String(clockStrip({ steps: [{ label: 'decided', state: 'late' }] }))
  assert.match(strip, /<span class="app-clock__late">overdue<\/span>/)
})

test('a count is grouped by thousands and says what it counts', () => {
  assert.equal(heard(countBadge(2880, 'carers')), '2,880 carers')
  assert.equal(heard(countBadge(0)), '0')
})

test('the head of a record names the person in the page heading, with facts and flags in words', () => {
  const strip = identityStrip({
    name: 'Margaret Tolley',
    reference: 'ALG-7F3KM-9',
    details: [71, undefined, 'Kidderminster'],
    caresFor: html`<a href="/carers/2">Brian</a> (husband)`,
    flags: [{ text: 'Do not leave voicemail', tone: 'alert' }, { text: 'Large print' }],
  })
  assert.equal(
    heard(strip),
    'Margaret Tolley 71 · Kidderminster · ALG-7F3KM-9 Cares for Brian (husband) Do not leave voicemail Large print',
  )
  assert.match(String(strip), /<h1 class="app-identity__name">Margaret Tolley<\/h1>/)
})

test('the head of a record leaves out what there is nothing of', () => {
  const strip = String(identityStrip({ name: 'Brian' }))
  assert.doesNotMatch(strip, /app-flags|Cares for|app-identity__actions/)
})

test('a work list says how many there are in all, even where only some are listed', () => {
  const list = workList({
    title: 'Today',
    items: [
      {
        title: 'Review: Imran K.',
        href: '/reviews/1',
        detail: 'Direct payment',
        due: 'today at 10:30am',
      },
    ],
    total: 5,
    more: { text: 'All 5 for today', href: '/today/all' },
  })
  assert.equal(
    heard(list),
    'Today 5 things to do Review: Imran K. Direct payment today at 10:30am All 5 for today',
  )
})

test('an empty work list says that there is nothing', () => {
  assert.equal(
    heard(workList({ title: 'Overdue', items: [], empty: 'Nothing is overdue.' })),
    'Overdue 0 things to do Nothing is overdue.',
  )
})

test('a fact that is blank is said to be not recorded, and its link says what it changes', () => {
  const list = factList({ facts: [{ name: 'Email', value: ' ', change: { href: '/email' } }] })
  assert.equal(heard(list), 'Email Not recorded Change email')
})

test('a fact of nought is a fact', () => {
  assert.equal(heard(factList({ facts: [{ name: 'Hours', value: 0 }] })), 'Hours 0')
})

test('a figure says its direction in words and leads to its rows', () => {
  const markup = figure({
    title: 'Carers who had a break',
    value: '1,240',
    unit: 'carers',
    direction: { towards: 'up', words: 'up 112 on last year' },
    target: 'Target 1,500',
    rows: { href: '/measures/breaks/rows', text: 'from 2,880 rows' },
  })
  assert.equal(
    heard(markup),
    'Carers who had a break 1,240 carers up 112 on last year Target 1,500 from 2,880 rows',
  )
})

test('a figure that nobody recorded is not nought', () => {
  assert.equal(
    heard(figure({ title: 'Breaks', value: null, unit: 'carers' })),
    'Breaks Not recorded',
  )
})

test('the number beside a button can be rung', () => {
  const call = String(callToAction({ text: 'Start', href: '/start', telephone: '01632 960 001' }))
  assert.match(call, /href="tel:01632960001">01632 960 001</)
  assert.doesNotMatch(
    String(callToAction({ text: 'Start', href: '/start', telephone: null })),
    /ring/,
  )
})

test('ways in are a list of links', () => {
  assert.equal(
    heard(doorLinks([{ text: 'I need help today', href: '/now', about: 'Someone is not safe' }])),
    'I need help today Someone is not safe',
  )
})
