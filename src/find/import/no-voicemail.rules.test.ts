import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForNoVoicemail } from './no-voicemail.rules.ts'

const notes: readonly [note: string | null, asks: boolean][] = [
  ['Do not leave messages', true],
  ['do not leave a message', true],
  ['Rings back herself. PLEASE DON’T LEAVE VOICEMAIL', true],
  ['Prefers mornings; never leave any messages', true],
  ['Asked us not to leave a voice mail', true],
  ['No voicemails please', true],
  ['No answerphone', true],
  ['No messages to be left with the son', true],
  ['Left a message', false],
  ['Leave messages with the daughter', false],
  ['No message from the surgery yet', false],
  ['Does not leave the house', false],
  ['', false],
  [null, false],
]

for (const [note, asks] of notes) {
  test(`“${note ?? 'no note'}” ${asks ? 'asks' : 'does not ask'} for no voicemail`, () =>
    assert.equal(asksForNoVoicemail(note), asks))
}
