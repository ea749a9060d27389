import { ApiObject, App, Chart, Lazy, Testing } from 'cdk8s';
import { renderOnce } from '../../src/tree/render-once';

function appWith(): { app: App; object: ApiObject; renderings: () => number } {
  const app = Testing.app();
  let count = 0;
  const spec = Lazy.any({ produce: () => { count += 1; return { count }; } });
  const object = new ApiObject(new Chart(app, 'chart'), 'object', { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'thing' }, spec });
  return { app, object, renderings: () => count };
}

test('within one synth an object is rendered once, and written as it was analysed', () => {
  const { app, object, renderings } = appWith();
  app.node.addValidation({ validate: () => { renderOnce(object); return []; } });
  renderOnce(object);
  expect(renderings()).toBe(1);
  expect(app.synthYaml()).toContain('count: 2');
  expect(renderings()).toBe(2);
  expect(app.synthYaml()).toContain('count: 3');
});

test('afterwards the object is as it was, also when it had a method of its own, and when synth throws', () => {
  const { app, object } = appWith();
  const problems: string[] = [];
  app.node.addValidation({ validate: () => { renderOnce(object); return problems; } });
  renderOnce(object);
  app.synth();
  expect(Object.hasOwn(object, 'toJson')).toBe(false);

  const own = () => ({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'own' } });
  object.toJson = own;
  app.synth();
  expect(object.toJson).toBe(own);

  problems.push('no');
  expect(() => app.synth()).toThrow('no');
  expect(object.toJson).toBe(own);
});
