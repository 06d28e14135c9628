import type { Room } from '#platform/room.ts'
import { yearlyLetters } from './letters.jobs.ts'
import { letterPage, lettersPage } from './pages/letters.ts'

/** A year's letter to each practice: what became of the carers it referred, beside others like it. */
export const senderLetters: Room = {
  name: 'sender-letters',
  pages: [lettersPage, letterPage],
  jobs: [yearlyLetters],
}
