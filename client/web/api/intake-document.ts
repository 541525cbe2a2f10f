import { intakeShape } from '../../intake/shape';

/** The intake in the API description: the very shape that the service reads it with. */
export const intakeInDocument = intakeShape.meta({ id: 'Intake' });
