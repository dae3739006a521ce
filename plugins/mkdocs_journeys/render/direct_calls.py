"""How templates are compiled: what they call is called as Python calls it."""

from __future__ import annotations

from keyword import iskeyword

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame


class DirectCalls(CodeGenerator):
    """Writes a call in a template as a call, without Jinja's function in between.

    That function looks at each thing that is called, whether it takes the context, and a handbook
    of a thousand pages calls most of a million. Here it is looked at while a template is compiled:
    a function that takes something from Jinja is a global of the environment by then, or never
    called. A macro knows by itself that what it gives is escaped.
    """

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write one call; ``forward_caller`` hands on what stands inside of a call block."""
        called = node.node
        if (
            (isinstance(called, nodes.Name) and called.name in takers(self.environment))
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(argument.key) for argument in node.kwargs)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(called, frame)
        between = "("
        for argument in (*node.args, *node.kwargs):
            self.write(between)
            self.visit(argument, frame)
            between = ", "
        if forward_caller:
            self.write(f"{between}caller=caller")
            between = ", "
        self.write("()" if between == "(" else ")")


class TemplateEnvironment(Environment):
    """An environment whose templates are compiled so; Jinja asks this of a class alone."""

    code_generator_class = DirectCalls


def takers(environment: Environment) -> list[str]:
    """Name the globals of an environment that want their context, or it, put before what is said.

    In the order of the alphabet; empty where none does.
    """
    known = environment.globals.items()
    return sorted(name for name, thing in known if hasattr(thing, "jinja_pass_arg"))
