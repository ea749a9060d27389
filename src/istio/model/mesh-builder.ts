import { enrolmentsByName, NamespaceEnrolment } from './data-plane/namespace-enrolment';
import { expandLists, InputObject, InputVisitor } from './expand-lists';
import { indexMesh } from './index/index-mesh';
import { Manifest, Origin, Problem } from './manifest';
import { MeshContents } from './mesh-contents';
import { once } from './once';
import { Profile } from './profile';
import { isSuperseded, ownerNames } from './read/is-superseded';
import { KindReader, kindReader } from './read/kinds';
import { Node } from './read/node';
import { podTemplateOf } from './read/pod-template';
import { readResource } from './read/read-resource';
import { readWorkload } from './read/read-workload';
import { MeshSnapshot } from './snapshot';

/** Collects the objects of one mesh, then reads them. */
export class MeshBuilder {
  private readonly contents = new MeshContents();
  private readonly inputs: InputObject[] = [];
  private readonly withTemplate: InputObject[] = [];
  private readonly visitor: InputVisitor = {
    object: input => this.collect(input),
    problem: (origin, path, message) => this.problem(origin, path, message, ''),
  };

  constructor(private readonly profile: Profile, private readonly problems: Problem[]) {}

  add(manifest: Manifest): void {
    expandLists(manifest, this.visitor);
  }

  build(): MeshSnapshot {
    for (const input of this.inputs) this.read(input, readPlainObject);
    // The data plane of pods needs all Namespaces.
    const enrolments = enrolmentsByName(this.contents.namespaces);
    const owners = once(() => ownerNames(this.withTemplate));
    for (const input of this.withTemplate) this.read(input, (...from) => readPods(...from, enrolments, owners));
    return indexMesh(this.profile, this.contents);
  }

  private collect(input: InputObject): void {
    const reader = kindReader(input.apiVersion, input.kind);
    if (reader !== undefined) (reader.template === undefined ? this.inputs : this.withTemplate).push(input);
  }

  /** An object made by a program may have a property that throws when it is read. */
  private read(input: InputObject, read: (root: Node, reader: KindReader, contents: MeshContents, profile: Profile) => void): void {
    const reader = kindReader(input.apiVersion, input.kind);
    if (reader === undefined) return;
    try {
      read(Node.root({ mesh: this.profile.mesh, input, problems: this.problems }), reader, this.contents, this.profile);
    } catch (error) {
      this.problem(input.origin, '', `the object cannot be read: ${error instanceof Error ? error.message : String(error)}`, input.kind);
    }
  }

  private problem(origin: Origin, path: string, message: string, object: string): void {
    this.problems.push(Object.freeze({ mesh: this.profile.mesh, origin, path, message, object }));
  }
}

function readPlainObject(root: Node, reader: KindReader, contents: MeshContents, profile: Profile): void {
  reader.add?.(contents, root, readResource(root, reader.clusterScoped === true), profile);
}

function readPods(
  root: Node, reader: KindReader, contents: MeshContents, profile: Profile,
  enrolments: ReadonlyMap<string, NamespaceEnrolment>, owners: () => ReadonlySet<string>,
): void {
  const template = podTemplateOf(root, reader.template ?? []);
  if (template === undefined || isSuperseded(root.source.input, owners)) return;
  const resource = readResource(root, false);
  const enrolment = resource.namespace === undefined ? undefined : enrolments.get(resource.namespace);
  contents.workloads.push(readWorkload(template, resource, enrolment, profile));
}
