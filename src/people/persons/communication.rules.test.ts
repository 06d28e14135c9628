import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import {
  communicationFlags,
  needsReview,
  type Reached,
  type Understood,
} from './communication.rules.ts'

const person: Reached = {
  diedOn: null,
  safeContact: null,
  informationFormat: 'standard',
  language: null,
  mayPhone: null,
  mayPost: null,
  mayEmail: null,
  mayText: null,
}
const needs: Understood = {
  preferredWay: null,
  formatWords: null,
  interpreter: null,
  professionals: [],
  support: null,
  longerAppointment: null,
  adjustments: null,
  noVoicemail: false,
  safeTimes: null,
  notWithParent: false,
  reviewedOn: null,
}

const table: readonly [
  what: string,
  person: Partial<Reached>,
  needs: Partial<Understood> | null,
  flags: readonly string[],
][] = [
  ['nobody asked', {}, null, []],
  ['nothing needed', { language: 'English', mayPost: true }, {}, []],
  ['a death', { diedOn: '2018-03-01' }, null, ['Died 1 March 2018']],
  [
    'danger stands before everything else',
    { safeContact: 'Not when Dave is in', informationFormat: 'large_print', mayPost: false },
    { notWithParent: true, noVoicemail: true, safeTimes: 'Tuesdays before 3pm' },
    [
      'Do not share with a parent: no letters home',
      'Not when Dave is in',
      'Leave no voicemail',
      'Ring only: Tuesdays before 3pm',
      'Large print',
      'No post',
    ],
  ],
  [
    'the size of print',
    { informationFormat: 'large_print' },
    { formatWords: '24 point' },
    ['Large print: 24 point'],
  ],
  ['a wish without another format', {}, { formatWords: 'Yellow paper' }, ['Yellow paper']],
  ['a language', { language: 'Polish' }, null, ['Speaks Polish']],
  [
    'a language with an interpreter',
    { language: 'Polish' },
    { interpreter: true },
    ['Needs an interpreter: Polish'],
  ],
  ['an interpreter alone', {}, { interpreter: true }, ['Needs an interpreter']],
  [
    'who and what is needed beside',
    {},
    {
      professionals: ['lipspeaker'],
      support: 'Hearing loop',
      longerAppointment: true,
      adjustments: 'Ground floor',
    },
    ['Lipspeaker', 'Hearing loop', 'Needs longer appointments', 'Ground floor'],
  ],
  [
    'what was refused',
    { mayPhone: false, mayPost: false, mayEmail: false, mayText: false },
    null,
    ['Do not ring', 'No post', 'No email', 'No texts'],
  ],
]

for (const [what, known, asked, flags] of table) {
  test(`the top of the record says: ${what}`, () => {
    const shown = communicationFlags(
      { ...person, ...known },
      asked === null ? undefined : { ...needs, ...asked },
    )
    assert.deepEqual(
      shown.map(({ text }) => text),
      flags,
    )
  })
}

for (const [reviewedOn, due] of [
  [null, true],
  ['2017-03-29', true],
  ['2017-03-30', false],
] as const) {
  test(`asked ${reviewedOn ?? 'never'}, it is ${due ? '' : 'not '}time to ask again on 29 March 2018`, () => {
    assert.equal(needsReview({ reviewedOn }, isoDate('2018-03-29')), due)
  })
}

test('of somebody of whom nothing was asked it is time', () => {
  assert.equal(needsReview(undefined, isoDate('2018-03-29')), true)
})
