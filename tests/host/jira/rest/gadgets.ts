import { type Call, type Endpoint, refuse } from '../endpoint';
import { self } from '../render/names';
import { nextId } from '../state/state';
import type { Dashboard, Gadget } from '../state/types';
import { dashboardOf, ownDashboard } from './dashboards';

const gadgets = '/rest/api/3/dashboard/{dashboardId}/gadget';
const properties = '/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties';

export const gadgetEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: gadgets,
    answer: (call) => ({
      status: 200,
      body: { gadgets: dashboardOf(call, call.path.dashboardId).gadgets.map(gadgetBody) },
    }),
  },
  {
    method: 'POST',
    path: gadgets,
    body: ['moduleKey', 'title', 'color', 'position'],
    answer: addGadget,
  },
  {
    method: 'PUT',
    path: `${gadgets}/{gadgetId}`,
    body: ['title', 'color', 'position'],
    answer: (call) => {
      const gadget = gadgetOf(ownDashboard(call, call.path.dashboardId), call.path.gadgetId);
      Object.assign(gadget, shapeOf(call, gadget));
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    path: `${gadgets}/{gadgetId}`,
    answer: (call) => {
      const dashboard = ownDashboard(call, call.path.dashboardId);
      const gone = gadgetOf(dashboard, call.path.gadgetId);
      dashboard.gadgets = dashboard.gadgets.filter((gadget) => gadget !== gone);
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    path: properties,
    answer: (call) => {
      const keys = [...item(call).properties.keys()].map((key) => ({
        self: self(`dashboard/items/properties/${key}`),
        key,
      }));
      return { status: 200, body: { keys } };
    },
  },
  { method: 'GET', path: `${properties}/{propertyKey}`, answer: getProperty },
  { method: 'PUT', path: `${properties}/{propertyKey}`, body: 'any', answer: putProperty },
  {
    method: 'DELETE',
    path: `${properties}/{propertyKey}`,
    answer: (call) => {
      const key = call.path.propertyKey ?? '';
      if (!ownItem(call).properties.delete(key)) throw noProperty(key);
      return { status: 204 };
    },
  },
];

function addGadget(call: Call) {
  const dashboard = ownDashboard(call, call.path.dashboardId);
  const { moduleKey } = call.body;
  if (typeof moduleKey !== 'string') throw refuse(400, 'moduleKey is required.');
  const gadget: Gadget = {
    id: Number(nextId(call.site.state)),
    moduleKey,
    ...shapeOf(call, { title: moduleKey, color: 'blue', column: 0, row: dashboard.gadgets.length }),
    properties: new Map(),
  };
  dashboard.gadgets.push(gadget);
  return { status: 200, body: gadgetBody(gadget) };
}

type Shape = Pick<Gadget, 'title' | 'color' | 'column' | 'row'>;

function shapeOf(call: Call, before: Shape): Shape {
  const { title, color, position } = call.body as {
    title?: string;
    color?: string;
    position?: { column?: number; row?: number };
  };
  return {
    title: title ?? before.title,
    color: color ?? before.color,
    column: position?.column ?? before.column,
    row: position?.row ?? before.row,
  };
}

function gadgetBody({ id, moduleKey, title, color, column, row }: Gadget) {
  const position = {
    'The column position of the gadget.': column,
    'The row position of the gadget.': row,
  };
  return { id, moduleKey, color, position, title };
}

function gadgetOf(dashboard: Dashboard, id: string | undefined): Gadget {
  const gadget = dashboard.gadgets.find((candidate) => String(candidate.id) === id);
  if (gadget) return gadget;
  throw refuse(404, `The dashboard has no item with id '${id}'.`);
}

const item = (call: Call): Gadget =>
  gadgetOf(dashboardOf(call, call.path.dashboardId), call.path.itemId);

const ownItem = (call: Call): Gadget =>
  gadgetOf(ownDashboard(call, call.path.dashboardId), call.path.itemId);

const noProperty = (key: string): Error => refuse(404, `The property ${key} does not exist.`);

function getProperty(call: Call) {
  const key = call.path.propertyKey ?? '';
  const { properties: values } = item(call);
  if (!values.has(key)) throw noProperty(key);
  return { status: 200, body: { key, value: values.get(key) } };
}

function putProperty(call: Call) {
  const key = call.path.propertyKey ?? '';
  const { properties: values } = ownItem(call);
  const status = values.has(key) ? 200 : 201;
  values.set(key, structuredClone(call.rawBody));
  return { status, body: {} };
}
