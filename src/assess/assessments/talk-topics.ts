import { z } from 'zod'
import file from '../../../data/assessments/talk-topics.json' with { type: 'json' }
import { assessmentKinds, type AssessmentKind } from './assessment.ts'

/** Everything that may be said in a conversation, by the name under which it is kept. */
export const topics = ['matters', 'change', 'life', 'strengths', 'people'] as const
export type Topic = (typeof topics)[number]

const topic = z.enum(topics)

const { topics: titles, questions } = z
  .object({
    topics: z.record(topic, z.string()),
    questions: z.record(z.enum(assessmentKinds), z.record(z.string(), z.array(topic))),
  })
  .parse(file)

/** Each topic as the heading of what was said. */
export const topicTitles: Readonly<Record<Topic, string>> = titles

/** Which topics may stand in which field of a form, by the kind of carer that the form is for. */
export const topicsOfQuestions: Readonly<
  Record<AssessmentKind, Readonly<Record<string, readonly Topic[]>>>
> = questions
