#pragma once
// The widths of text that tables and messages need are those of the text export.

#include "export/text_width.hpp"
