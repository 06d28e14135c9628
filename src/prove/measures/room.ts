import type { Room } from '#platform/room.ts'
import { adultCarers } from './adult-carers.measures.ts'
import { youngCarers } from './young-carers.measures.ts'

export const measures: Room = { name: 'measures', measures: [...adultCarers, ...youngCarers] }
