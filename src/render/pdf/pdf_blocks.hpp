#pragma once

#include <string>
#include <vector>

#include "focus_billing/render/statements/statement_view.hpp"
#include "render/pdf/pdf_flow.hpp"

namespace focus_billing {

inline constexpr TextStyle title_style = {FontWeight::bold, 17};
inline constexpr TextStyle heading_style = {FontWeight::bold, 12};
inline constexpr TextStyle table_title_style = {FontWeight::bold, 9};
inline constexpr TextStyle body_style = {FontWeight::regular, 9};
inline constexpr TextStyle bold_style = {FontWeight::bold, 9};
inline constexpr TextStyle small_style = {FontWeight::regular, 7.5};

/// The space between two blocks.
inline constexpr Points block_gap = 12;

/// A paragraph over the whole width, continued on the next page if need be. Nothing for an empty
/// text.
void add_paragraph(PdfFlow& flow, const std::string& text, const TextStyle& style,
                   const PdfColor& color = black);

/// A title that stays on one page with `following`, the least height of what it stands over. In
/// `heading_style` it is in the viewer's list of contents.
void add_heading(PdfFlow& flow, const std::string& text, const TextStyle& style, Points following);

/// A frame with a bold word before the text. Nothing for an empty text.
void add_box(PdfFlow& flow, const std::string& word, const std::string& text);

/// Labels and values in two columns, `width` wide.
void add_facts(PdfFlow& flow, const std::vector<ViewFact>& facts, Points width);

}  // namespace focus_billing
