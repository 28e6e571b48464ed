"""The kinds of model that sort lines and blocks: trees and networks, read from `weights/`."""
