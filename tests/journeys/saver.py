"""A screen saver that only listens: who asked it to wait, who let it go, and whose connection ended.

``python -m tests.journeys.saver ADDRESS``: says ``ready``, ``asked``, ``let go`` or ``gone``, each on a line.
"""

from __future__ import annotations

import sys

from jeepney import DBusAddress, MatchRule, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields, Message, MessageType

NAME = "org.freedesktop.ScreenSaver"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def answer(message: Message, askers: set[str]) -> Message:
    """Answer one call; ``askers`` are those who asked to wait."""
    sender = message.header.fields[HeaderFields.sender]
    match message.header.fields.get(HeaderFields.member):
        case "Inhibit":
            askers.add(sender)
            say("asked")
            return new_method_return(message, "u", (7,))
        case "UnInhibit":
            askers.discard(sender)
            say("let go")
            return new_method_return(message)
        case _:
            return new_error(message, UNKNOWN)


def main(address: str) -> None:
    """Listen until somebody ends this process."""
    connection = open_dbus_connection(bus=address)
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    rule = MatchRule(type="signal", interface=bus.interface, member="NameOwnerChanged")
    connection.send_and_get_reply(message_bus.AddMatch(rule))
    askers: set[str] = set()
    say("ready")
    while True:
        message = connection.receive()
        if message.header.message_type is MessageType.method_call:
            connection.send(answer(message, askers))
        elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged":
            name, _, owner = message.body
            if name in askers and not owner:
                askers.discard(name)
                say("gone")


if __name__ == "__main__":
    main(sys.argv[1])
