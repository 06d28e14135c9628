import type { Room } from '#platform/room.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { hiddenCarersOnRecord } from './on-the-record.ts'
import { answerPage } from './pages/answer.ts'
import { hiddenCarersPage } from './pages/hidden-carers.ts'

/** Prompts to look for the carers whom nobody knows. */
export const hiddenCarers: Room = {
  name: 'hidden-carers',
  pages: [hiddenCarersPage, answerPage],
  recordPanels: [hiddenCarersOnRecord],
  navigation: [
    {
      door: 'workspace',
      order: 36,
      text: 'Hidden carers',
      href: '/hidden-carers',
      may: caseworkers,
    },
  ],
}
