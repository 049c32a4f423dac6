"""Which global names a piece of Python binds and reads, from its symbol table.

The proof that a check cell keeps to itself and the engine that runs it must agree on this, so both ask here.
"""

import symtable


def bound(table: symtable.SymbolTable) -> set[str]:
    """Names that are bound at the top level, or in functions that say `global`."""
    names = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    for inner in _scopes_below(table):
        names |= {s.get_name() for s in inner.get_symbols() if s.is_declared_global() and s.is_assigned()}
    return names


def used(table: symtable.SymbolTable) -> set[str]:
    """Names that are read at the top level, and global names that functions read."""
    names = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()}
    for inner in _scopes_below(table):
        names |= {s.get_name() for s in inner.get_symbols() if s.is_global() and s.is_referenced()}
    return names


def _scopes_below(table: symtable.SymbolTable) -> list[symtable.SymbolTable]:
    found = []
    for child in table.get_children():
        found += [child, *_scopes_below(child)]
    return found
