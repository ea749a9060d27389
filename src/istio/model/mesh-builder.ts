import { enrolmentsByName } from './data-plane/namespace-enrolment';
import { expandLists, InputObject } from './expand-lists';
import { indexMesh } from './index/index-mesh';
import { Manifest, Origin, Problem } from './manifest';
import { MeshContents } from './mesh-contents';
import { once } from './once';
import { Profile } from './profile';
import { isSuperseded, ownerKey } from './read/is-superseded';
import { kindReader } from './read/kinds';
import { readPodTemplate } from './read/pod-templates';
import { readResource } from './read/read-resource';
import { readWorkload } from './read/read-workload';
import { Reading } from './read/reading';
import { Resource } from './resource';
import { MeshSnapshot } from './snapshot';

/** An object with a pod template, whose data plane is known when all Namespaces are. */
interface WaitingPods {
  readonly reading: Reading;
  readonly resource: Resource;
  readonly template: readonly string[];
}

/** Collects the objects of one mesh. */
export class MeshBuilder {
  private readonly contents = new MeshContents();
  private readonly waiting: WaitingPods[] = [];

  constructor(private readonly profile: Profile, private readonly problems: Problem[]) {}

  add(manifest: Manifest): void {
    const context = manifest.context === true;
    expandLists(manifest, {
      object: input => this.guarded(input.origin, () => this.addObject(input, context)),
      problem: (origin, path, message) => this.problem(origin, path, message),
    });
  }

  build(): MeshSnapshot {
    this.readPods();
    return indexMesh(this.profile, this.contents);
  }

  private addObject(input: InputObject, context: boolean): void {
    const reader = kindReader(input.apiVersion, input.kind);
    if (reader === undefined) return;
    const reading = new Reading(this.profile.mesh, input, this.problems);
    const resource = readResource(reading, context, reader.clusterScoped === true);
    if (reader.template === undefined) reader.add?.(this.contents, reading, resource, this.profile);
    else this.waiting.push({ reading, resource, template: reader.template });
  }

  /** An object made by a program may have a property that throws when it is read. */
  private guarded(origin: Origin, read: () => void): void {
    try {
      read();
    } catch (error) {
      this.problem(origin, '', `the object cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private readPods(): void {
    const enrolments = enrolmentsByName(this.contents.namespaces);
    const owners = once(() => new Set(this.waiting.map(({ resource }) => ownerKey(resource.kind, resource.namespace, resource.name))));
    for (const { reading, resource, template } of this.waiting) {
      this.guarded(resource.origin, () => {
        const pods = readPodTemplate(reading, template);
        if (pods === undefined || isSuperseded(resource, owners)) return;
        const enrolment = resource.namespace === undefined ? undefined : enrolments.get(resource.namespace);
        this.contents.workloads.push(readWorkload(reading, resource, pods, enrolment, this.profile));
      });
    }
  }

  private problem(origin: Origin, path: string, message: string): void {
    this.problems.push(Object.freeze({ mesh: this.profile.mesh, origin, path, message, object: '' }));
  }
}
