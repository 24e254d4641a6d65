#pragma once

#include "generation_options.hpp"
#include "random_source.hpp"

#include <string>
#include <vector>

namespace focus_billing {

struct TagSet {
    std::string json;  ///< an object in one line
    bool has_pi_email = true;
    bool has_fund_org = true;
};

/// The tag objects of a file: 3 to 8 keys (campus: 3 to 6). One of a hundred has no pi_email, two
/// have no fund_org. As in real exports a few projects have most of the rows.
class TagPool {
public:
    explicit TagPool(const GenerationOptions& options);

    /// The tags of the row `row`. The reference holds until the next call.
    const TagSet& draw(RandomSource& random, std::uint64_t row);

private:
    std::vector<TagSet> m_sets;
    TagSet m_unique;
    bool m_every_row_unique;
};

}  // namespace focus_billing
