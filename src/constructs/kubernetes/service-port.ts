/** A port of a Service as its manifest has it. */
export interface ServicePort {
  readonly name: string | undefined;
  /** What clients dial. */
  readonly number: number;
  /** Where pods listen: a number, the name of a container port, or absent when it is the Service port itself. */
  readonly targetPort: number | string | undefined;
  readonly protocol: string;
}

/** How a Service port reads in a message. */
export function titleOfPort(port: ServicePort): string {
  return port.name === undefined ? String(port.number) : `${port.number} (${port.name})`;
}
