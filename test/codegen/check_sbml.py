"""Validates an SBML file with libSBML and carries it through a day with SciPy; prints JSON. Knows nothing of Zonula.

usage: check_sbml.py FILE HOURS
"""
import json
import math
import sys

import libsbml
import numpy
from scipy.integrate import solve_ivp

document = libsbml.readSBMLFromFile(sys.argv[1])
document.setConsistencyChecks(libsbml.LIBSBML_CAT_UNITS_CONSISTENCY, False)
document.setConsistencyChecks(libsbml.LIBSBML_CAT_MODELING_PRACTICE, False)
document.checkConsistency()
errors = [document.getError(i).getMessage() for i in range(document.getNumErrors())]
if errors:
    print(json.dumps({"errors": errors[:5]}))
    sys.exit(0)
model = document.getModel()
hours = float(sys.argv[2])


def code(node):
    kind = node.getType()
    parts = [code(node.getChild(i)) for i in range(node.getNumChildren())]
    if node.isNumber():
        return repr(float(node.getValue()))
    if kind == libsbml.AST_NAME_TIME:
        return "t"
    if kind == libsbml.AST_CONSTANT_PI:
        return "math.pi"
    if kind == libsbml.AST_NAME:
        return "v_" + node.getName()
    if kind == libsbml.AST_PLUS:
        return "(" + "+".join(parts) + ")"
    if kind == libsbml.AST_TIMES:
        return "(" + "*".join(parts) + ")"
    if kind == libsbml.AST_MINUS:
        return "(-%s)" % parts[0] if len(parts) == 1 else "(%s-%s)" % tuple(parts)
    if kind == libsbml.AST_DIVIDE:
        return "(%s/%s)" % tuple(parts)
    if kind in (libsbml.AST_POWER, libsbml.AST_FUNCTION_POWER):
        return "(%s**%s)" % tuple(parts)
    if kind == libsbml.AST_FUNCTION_EXP:
        return "math.exp(%s)" % parts[0]
    if kind == libsbml.AST_FUNCTION_ROOT:
        return "math.sqrt(%s)" % parts[-1]
    if kind == libsbml.AST_FUNCTION_COS:
        return "math.cos(%s)" % parts[0]
    if kind == libsbml.AST_FUNCTION:
        return "f_%s(%s)" % (node.getName(), ",".join(parts))
    raise ValueError(libsbml.formulaToL3String(node))


lines = []
for i in range(model.getNumFunctionDefinitions()):
    function = model.getFunctionDefinition(i)
    operands = ",".join("v_" + function.getArgument(j).getName() for j in range(function.getNumArguments()))
    lines.append("def f_%s(%s):\n    return %s" % (function.getId(), operands, code(function.getBody())))

rates, algebra = {}, {}
for i in range(model.getNumRules()):
    rule = model.getRule(i)
    (rates if rule.isRate() else algebra)[rule.getVariable()] = rule.getMath()


def names(node, found):
    if node.getType() == libsbml.AST_NAME:
        found.add(node.getName())
    for i in range(node.getNumChildren()):
        names(node.getChild(i), found)
    return found


order, done = [], set()


def visit(name):
    if name in done or name not in algebra:
        return
    done.add(name)
    for used in names(algebra[name], set()):
        visit(used)
    order.append(name)


for name in algebra:
    visit(name)

values = {}
for i in range(model.getNumParameters()):
    parameter = model.getParameter(i)
    values[parameter.getId()] = parameter.getValue()
moved = list(rates)
events = []
for i in range(model.getNumEvents()):
    event = model.getEvent(i)
    at = event.getTrigger().getMath().getRightChild().getValue()
    assignments = {
        event.getEventAssignment(j).getVariable(): event.getEventAssignment(j).getMath().getValue()
        for j in range(event.getNumEventAssignments())
    }
    events.append((at, assignments))
constants = [name for name in values if name not in rates and name not in algebra]
lines.append("def right_hand_side(t, y, c):")
lines.append("    (%s,) = y" % ",".join("v_" + name for name in moved))
lines.append("    (%s,) = c" % ",".join("v_" + name for name in constants))
for name in order:
    lines.append("    v_%s = %s" % (name, code(algebra[name])))
lines.append("    return [%s]" % ",".join(code(rates[name]) for name in moved))
space = {"math": math}
exec("\n".join(lines), space)

state = numpy.array([values[name] for name in moved])
now = 0.0
initial = space["right_hand_side"](0.0, list(state), [values[name] for name in constants])
for at, assignments in sorted(events, key=lambda event: event[0]) + [(hours, {})]:
    at = min(at, hours)
    if at > now:
        c = [values[name] for name in constants]
        solution = solve_ivp(
            lambda t, y: space["right_hand_side"](t, list(y), c),
            (now, at),
            state,
            method="LSODA",
            rtol=1e-7,
            atol=1e-9,
        )
        state = solution.y[:, -1]
        now = at
    for name, value in assignments.items():
        if name in rates:
            state[moved.index(name)] = value
        else:
            values[name] = value
print(json.dumps({"errors": [], "initial": dict(zip(moved, initial)), "end": dict(zip(moved, state.tolist()))}))
