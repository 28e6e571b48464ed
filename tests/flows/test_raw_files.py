"""What the environment says of fetching -> its settings, or a sentence on what is wrong there."""

import pytest

from flows.raw_files import read_settings
from warehouse.errors import WarehouseError


def test_an_address_of_mail_is_told_to_servers() -> None:
    assert read_settings({"ONRECORD_CONTACT": " desk@harbour.example "}).contact == (
        "desk@harbour.example"
    )


@pytest.mark.parametrize("contact", ["dësk@harbour.example", "desk@harbour.example\r\nCookie: a"])
def test_what_no_header_can_hold_is_no_contact(contact: str) -> None:
    with pytest.raises(WarehouseError, match="no address of mail"):
        read_settings({"ONRECORD_CONTACT": contact})
