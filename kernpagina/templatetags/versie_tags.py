"""What the form of a kernagenda asks of its versions."""

from django import template

from kernpagina import versies

register = template.Library()
register.simple_tag(versies.sinds_online)
