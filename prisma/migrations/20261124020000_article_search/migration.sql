-- The words of each article, for search (docs/decisions/0004).

-- CreateTable
CREATE TABLE "article_search" (
    "article_id" UUID NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "article_search_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "article_search_words_idx" ON "article_search" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- The words are written with an article's results: articles analysed before have none and become due once more.
UPDATE "article" SET "analysed_with" = NULL WHERE "analysed_with" IS NOT NULL;
