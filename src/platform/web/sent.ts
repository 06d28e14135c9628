import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Body } from './form.ts'
import type { UploadedFile } from './page.ts'

/** In bytes. */
export const largestFile = 64 * 1024 * 1024
export const mostFiles = 20

/** Reads forms, with and without files, into `request.body`. */
export async function readForms(app: FastifyInstance): Promise<void> {
  await app.register(formbody, { bodyLimit: 1024 * 1024 })
  await app.register(multipart, {
    limits: { fileSize: largestFile, files: mostFiles, fieldSize: 1024 * 1024, fields: 1000 },
  })
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readParts(request)
  })
}

type Parts = { readonly fields: Record<string, string | string[]>; readonly files: UploadedFile[] }

async function readParts(request: FastifyRequest): Promise<Parts> {
  const fields: Record<string, string | string[]> = {}
  const files: UploadedFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.filename !== '') files.push({ field: part.fieldname, name: part.filename, bytes })
    } else {
      const before = fields[part.fieldname]
      const value = String(part.value)
      fields[part.fieldname] = before === undefined ? value : [before, value].flat()
    }
  }
  return { fields, files }
}

export function bodyOf(request: FastifyRequest): Body {
  const { body } = request
  if (body === null || typeof body !== 'object') return {}
  const fields = request.isMultipart() ? (body as Parts).fields : (body as Body)
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? storable(value) : value.map(storable),
    ]),
  )
}

/** Text without the one character that no text in the database may hold; nobody types it. */
const storable = (text: string): string => text.replaceAll('\u0000', '')

export function filesOf(request: FastifyRequest): readonly UploadedFile[] {
  return request.isMultipart() && request.body ? (request.body as Parts).files : []
}
