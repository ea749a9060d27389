import { Objection } from './objection';

/** What a schema refuses; the rule is the caller's. */
export type SchemaProblem = Omit<Objection, 'rule'>;

/** The same before somebody says where. */
export type SchemaFault = Omit<SchemaProblem, 'path'>;

/** The part of Kubernetes' structural schemas that the specs of our kinds use; scripts/import-schema.ts refuses any other keyword. */
export interface StructuralSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: 'int32' | 'double';
  readonly nullable?: true;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly additionalProperties?: StructuralSchema;
  readonly items?: StructuralSchema;
  readonly oneOf?: readonly StructuralSchema[];
  readonly anyOf?: readonly StructuralSchema[];
  readonly allOf?: readonly StructuralSchema[];
  readonly not?: StructuralSchema;
}
