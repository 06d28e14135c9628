import type { Room } from '#platform/room.ts'
import { fhirApi } from './fhir.api.ts'

/** The FHIR R4 door for systems of practices, hospitals and councils. */
export const fhir: Room = { name: 'fhir', api: fhirApi }
