"""Which machines may be asked: never this one or its neighbours, unless a network is allowed."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from suunta.core.errors import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def inner(address: Address) -> Address:
    """The address of version 4 that one of version 6 leads to, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


def is_allowed(address: Address, networks: Iterable[Network]) -> bool:
    """Whether the address is in one of the networks that the installation allows."""
    reached = inner(address)
    return any(reached in network or address in network for network in networks)


def is_public(address: Address) -> bool:
    """Whether the address is one of the open internet."""
    reached = inner(address)
    return reached.is_global and address.is_global and not reached.is_multicast


def refuse_private(host: str, found: Iterable[str], networks: tuple[Network, ...]) -> str:
    """The first address, all of them fit to be asked. Raises InputError: one that is not spoils
    the name, whichever the system would take."""
    addresses = [ipaddress.ip_address(each.partition("%")[0]) for each in found]
    for address in addresses:
        if not is_public(address) and not is_allowed(address, networks):
            raise InputError.single(
                f"{host} leads to {address}, which is no address of the open internet.",
                "",
                "Correct the address, or allow its network in SUUNTA_SOURCES_ALLOW_PRIVATE.",
            )
    return str(addresses[0])
